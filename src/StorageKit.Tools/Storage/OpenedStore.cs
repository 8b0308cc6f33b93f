namespace StorageKit.Tools;

/// <summary>A component's store, opened.</summary>
/// <param name="store">Where its objects are.</param>
/// <param name="closed">What is disposed at the end, in this order.</param>
internal sealed class OpenedStore(IObjectStore store, params IReadOnlyList<IAsyncDisposable> closed) : IAsyncDisposable
{
    internal IObjectStore Objects { get; } = store;

    public async ValueTask DisposeAsync()
    {
        foreach (var part in closed) await part.DisposeAsync().ConfigureAwait(false);
    }
}
