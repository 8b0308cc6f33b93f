namespace StorageKit;

/// <summary>The stores that a configuration selects, for one tenant: each contract from the driver that was named for it.
/// Thread-safe.</summary>
public sealed class SelectedStores : IAsyncDisposable
{
    readonly IReadOnlyList<(TenantStores Stores, IReadOnlyList<Type> Contracts)> _parts;

    internal SelectedStores(TenantId tenant, IReadOnlyList<(TenantStores Stores, IReadOnlyList<Type> Contracts)> parts)
    {
        Tenant = tenant;
        _parts = parts;
    }

    /// <summary>Whose stores they are.</summary>
    public TenantId Tenant { get; }

    /// <summary>The store that serves a contract.</summary>
    /// <exception cref="InvalidOperationException">The configuration selects no driver for it.</exception>
    public T Get<T>() where T : class
    {
        foreach (var (stores, contracts) in _parts)
            if (contracts.Contains(typeof(T)))
                return stores.Get<T>();
        throw new InvalidOperationException($"The configuration selects no driver for {typeof(T).Name}.");
    }

    /// <summary>Disposes the stores in the reverse order of opening. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = _parts.Count - 1; i >= 0; i--) await _parts[i].Stores.DisposeAsync().ConfigureAwait(false);
    }
}
