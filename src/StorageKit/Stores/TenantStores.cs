using Microsoft.Extensions.Logging;

namespace StorageKit;

/// <summary>The stores of one tenant. Thread-safe, as every store is.</summary>
public sealed class TenantStores : IAsyncDisposable
{
    readonly DisposalStack _owner;
    readonly DisposalStack _opened = new(typeof(TenantStores));
    readonly List<object> _stores = [];

    // A handful: going through them is faster than hashing.
    readonly List<(Type Contract, object Store)> _serving = [];

    TenantStores(TenantId tenant, DisposalStack owner)
    {
        Tenant = tenant;
        _owner = owner;
    }

    /// <summary>Whose stores they are.</summary>
    public TenantId Tenant { get; }

    /// <summary>The store that serves a contract or has an ability. After the end it is still found, and answers as a
    /// disposed store does.</summary>
    /// <exception cref="InvalidOperationException">None does.</exception>
    public T Get<T>() where T : class => Find<T>()
        ?? throw new InvalidOperationException($"No opened store is an {typeof(T).Name}; select a driver that has it.");

    /// <summary>As <see cref="Get{T}"/>, or null.</summary>
    public T? Find<T>() where T : class
    {
        if (FindServing(typeof(T)) is T serving) return serving;
        foreach (var store in _stores)
            if (store is T wanted)
                return wanted;
        return null;
    }

    /// <summary>The store that was opened to serve a contract, or null; not one that only implements it.</summary>
    internal object? FindServing(Type contract)
    {
        foreach (var (served, store) in _serving)
            if (served == contract)
                return store;
        return null;
    }

    internal void ThrowIfDisposed() => _opened.ThrowIfDisposed();

    /// <summary>Makes an empty set that is disposed with its owner.</summary>
    internal static async ValueTask<TenantStores> CreateAsync(TenantId tenant, DisposalStack owner)
    {
        var stores = new TenantStores(tenant, owner);
        await owner.PushAsync(stores).ConfigureAwait(false);
        return stores;
    }

    internal async ValueTask AddAsync(object store, IEnumerable<ContractRegistration> contracts)
    {
        await _opened.PushAsync(store).ConfigureAwait(false);
        _stores.Add(store);
        foreach (var (_, contract) in contracts) _serving.Add((contract, store));
    }

    internal ValueTask DisposeAfterFailureAsync(ILoggerFactory loggers)
    {
        _owner.Remove(this);
        return _opened.DisposeAfterFailureAsync(loggers);
    }

    /// <summary>Disposes the stores in the reverse order of opening. May be called again.</summary>
    /// <exception cref="AggregateException">Stores failed while they were disposed; all are disposed.</exception>
    public ValueTask DisposeAsync()
    {
        _owner.Remove(this);
        return _opened.DisposeAsync();
    }
}
