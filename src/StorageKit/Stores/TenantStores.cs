namespace StorageKit;

/// <summary>The stores of one tenant. Thread-safe, as every store is.</summary>
public sealed class TenantStores : IAsyncDisposable
{
    readonly DisposalStack _owner;
    readonly DisposalStack _opened = new();
    readonly List<object> _stores = [];

    internal TenantStores(TenantId tenant, DisposalStack owner)
    {
        Tenant = tenant;
        _owner = owner;
        owner.Push(this);
    }

    /// <summary>Whose stores they are.</summary>
    public TenantId Tenant { get; }

    /// <summary>The store that serves a contract or has an ability.</summary>
    /// <exception cref="InvalidOperationException">None does.</exception>
    public T Get<T>() where T : class => Find<T>()
        ?? throw new InvalidOperationException($"No opened store is an {typeof(T).Name}; select a driver that has it.");

    /// <summary>As <see cref="Get{T}"/>, or null.</summary>
    public T? Find<T>() where T : class
    {
        foreach (var store in _stores)
            if (store is T wanted)
                return wanted;
        return null;
    }

    internal void Add(object store)
    {
        _opened.Push(store);
        _stores.Add(store);
    }

    /// <summary>Disposes the stores in the reverse order of opening. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        _owner.Remove(this);
        await _opened.DisposeAsync().ConfigureAwait(false);
    }
}
