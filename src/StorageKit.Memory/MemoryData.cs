using System.Collections.Concurrent;

namespace StorageKit.Memory;

/// <summary>Everything that one <c>[storage.memory]</c> section keeps, tenant by tenant. The stores are views of it:
/// two of the same tenant see the same data, two of different tenants share nothing. Thread-safe.</summary>
[StorageResource]
public sealed class MemoryData : IDisposable
{
    readonly ConcurrentDictionary<TenantId, TenantData> _tenants = new();
    readonly MemoryOptions _options;
    readonly TimeProvider _time;
    volatile bool _isDisposed;

    /// <summary>Empty data.</summary>
    /// <param name="options">What expires, and whether audit chains are enforced.</param>
    /// <param name="time">The clock of windows and expiry.</param>
    /// <exception cref="StorageException">A duration in <paramref name="options"/> is zero or less.</exception>
    public MemoryData(MemoryOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        Refuse(options.SessionTtl, "session_ttl");
        Refuse(options.AgentTtl, "agent_ttl");
        _options = options;
        _time = time;
    }

    internal bool IsDisposed => _isDisposed;

    internal TenantData Of(TenantId tenant)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _tenants.GetOrAdd(tenant, static (_, data) => new(data._options, data._time), this);
    }

    /// <summary>Forgets everything; every later call to a store is an <see cref="ObjectDisposedException"/>. May be
    /// called again.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _tenants.Clear();
    }

    static void Refuse(TimeSpan? ttl, string key)
    {
        if (ttl <= TimeSpan.Zero)
            throw new StorageException(
                StorageErrorKind.Backend,
                $"[storage.memory] {key} must be longer than zero; without it nothing expires");
    }
}
