using System.Collections.Concurrent;

namespace StorageKit.Conformance.Exercises;

/// <summary>The stores and resources that a driver makes, noted while its section is opened.</summary>
internal sealed class OpenedParts
{
    readonly ConcurrentQueue<object> _all = new();

    /// <summary>Everything that was made, in its order.</summary>
    internal IReadOnlyCollection<object> All => _all;

    /// <summary>The options that were read; null for a driver without.</summary>
    internal object? Options { get; private set; }

    /// <summary>Whether a resource can be disposed; then its stores end with it.</summary>
    internal bool HaveAnEnd { get; private set; }

    /// <summary>The same driver, noted.</summary>
    /// <param name="driver">The driver.</param>
    /// <param name="last">A store to be opened after the driver's own.</param>
    internal DriverRegistration Noting(DriverRegistration driver, StoreRegistration? last = null) => new(driver.Name)
    {
        BindOptions = driver.BindOptions is { } bind ? section => Options = bind(section) : null,
        RequiresSection = driver.RequiresSection,
        UsesTimeProvider = driver.UsesTimeProvider,
        Resources =
            [.. driver.Resources.Select(resource => resource with { OpenAsync = Noting(resource.OpenAsync, true) })],
        Stores =
        [
            .. driver.Stores.Select(store => store with { OpenAsync = Noting(store.OpenAsync, false) }),
            .. last is null ? Array.Empty<StoreRegistration>() : [last],
        ],
    };

    Func<DriverScope, CancellationToken, ValueTask<object>> Noting(
        Func<DriverScope, CancellationToken, ValueTask<object>> open, bool isResource) => async (scope, token) =>
    {
        var part = await open(scope, token).ConfigureAwait(false);
        _all.Enqueue(part);
        if (isResource) HaveAnEnd |= part is IAsyncDisposable or IDisposable;
        return part;
    };
}
