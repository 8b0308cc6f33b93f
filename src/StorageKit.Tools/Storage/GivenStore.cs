namespace StorageKit.Tools;

/// <summary>A store that the application has opened, and disposes.</summary>
internal sealed class GivenStore : StoreSource
{
    readonly IObjectStore _store;

    internal GivenStore(IObjectStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
    }

    internal override string? StorageType => null;

    internal override ValueTask<OpenedStore> OpenAsync(
        string component, TenantId tenant, CancellationToken cancellationToken) => new(new OpenedStore(_store));

    internal override bool IsSameAs(StoreSource other) => other is GivenStore given && given._store == _store;
}
