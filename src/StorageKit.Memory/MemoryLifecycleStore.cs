using System.Runtime.CompilerServices;

namespace StorageKit.Memory;

/// <summary>Tracks running agents in this process. Times that are shown are the wall clock's; expiry follows the
/// monotonic clock.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose agents they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemoryLifecycleStore(MemoryData data, TenantId tenant)
    : MemoryStore(data), ILifecycleStore, ILifecycleMonitor
{
    readonly AgentTable _agents = data.Of(tenant).Agents;

    /// <inheritdoc/>
    public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        _agents.Register(agent);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        return _agents.Heartbeat(agent)
            ? default
            : ValueTask.FromException(new StorageException(
                StorageErrorKind.NotFound, $"agent {agent} is not registered; register it before its heartbeats"));
    }

    /// <inheritdoc/>
    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        _agents.Deregister(agent);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> LastSeenAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<DateTimeOffset?>(cancellationToken)
            : new(_agents.Status(agent)?.LastSeen);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AgentStatus> ListAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return List(cancellationToken);
    }

#pragma warning disable CS1998 // Nothing to wait for: the contract is asynchronous, this backend is not.
    async IAsyncEnumerable<AgentStatus> List([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var status in _agents.List())
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
            yield return status;
        }
    }
#pragma warning restore CS1998
}
