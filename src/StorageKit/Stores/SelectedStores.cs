using System.Reflection;

namespace StorageKit;

/// <summary>The stores that a configuration selects, for one tenant: each contract from the driver that was named for
/// it. Thread-safe.</summary>
public sealed class SelectedStores : IAsyncDisposable
{
    readonly TenantStores _stores;

    internal SelectedStores(TenantStores stores) => _stores = stores;

    /// <summary>Whose stores they are.</summary>
    public TenantId Tenant => _stores.Tenant;

    /// <summary>The store that serves a contract. An ability is asked of the store: <c>Get&lt;IAuditSink&gt;() as
    /// IAuditLog</c>.</summary>
    /// <exception cref="InvalidOperationException">The configuration selects no driver for it.</exception>
    /// <exception cref="ObjectDisposedException">They are disposed.</exception>
    public T Get<T>() where T : class => (T)Get(typeof(T));

    internal object Get(Type contract)
    {
        _stores.ThrowIfDisposed();
        return _stores.FindServing(contract) ?? throw new InvalidOperationException(NotSelected(contract));
    }

    static string NotSelected(Type contract) => contract.GetCustomAttribute<StorageContractAttribute>() is { } attribute
        ? $"The configuration selects no driver for {contract.Name}; add {attribute.Kind} = \"DRIVER\" to [storage]."
        : $"{contract.Name} is no contract; get the store of a contract and ask whether it is an {contract.Name}.";

    /// <summary>Disposes the stores in the reverse order of opening. May be called again.</summary>
    /// <exception cref="AggregateException">Stores failed while they were disposed; all are disposed.</exception>
    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}
