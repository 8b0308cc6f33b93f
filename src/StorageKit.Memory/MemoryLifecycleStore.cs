using System.Runtime.CompilerServices;
using StorageKit.Diagnostics;

namespace StorageKit.Memory;

/// <summary>Tracks running agents in this process. Times that are shown are the wall clock's; expiry follows the
/// monotonic clock.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose agents they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemoryLifecycleStore(MemoryData data, TenantId tenant)
    : MemoryStore(data), ILifecycleStore, ILifecycleMonitor
{
    static readonly StoreOperation s_register = MemoryTelemetry.Operation<ILifecycleStore>(nameof(RegisterAsync));
    static readonly StoreOperation s_heartbeat = MemoryTelemetry.Operation<ILifecycleStore>(nameof(HeartbeatAsync));
    static readonly StoreOperation s_deregister = MemoryTelemetry.Operation<ILifecycleStore>(nameof(DeregisterAsync));
    static readonly StoreOperation s_lastSeen = MemoryTelemetry.Operation<ILifecycleStore>(nameof(LastSeenAsync));
    static readonly StoreOperation s_list = MemoryTelemetry.Operation<ILifecycleStore>(nameof(ListAsync));

    readonly AgentTable _agents = data.Of(tenant).Agents;

    /// <inheritdoc/>
    public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        var call = s_register.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        _agents.Register(agent);
        return call.Watch(default);
    }

    /// <inheritdoc/>
    public ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        var call = s_heartbeat.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        return call.Watch(_agents.Heartbeat(agent)
            ? default
            : ValueTask.FromException(new StorageException(
                StorageErrorKind.NotFound, $"agent {agent} is not registered; register it before its heartbeats")));
    }

    /// <inheritdoc/>
    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        var call = s_deregister.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        _agents.Deregister(agent);
        return call.Watch(default);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> LastSeenAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return s_lastSeen.Start().Watch(cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<DateTimeOffset?>(cancellationToken)
            : new(_agents.Status(agent)?.LastSeen));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AgentStatus> ListAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return List(cancellationToken);
    }

    async IAsyncEnumerable<AgentStatus> List([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var status in await SnapshotAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
            yield return status;
        }
    }

    ValueTask<IEnumerable<AgentStatus>> SnapshotAsync(CancellationToken cancellationToken)
    {
        return s_list.Start().Watch(cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<IEnumerable<AgentStatus>>(cancellationToken)
            : new(_agents.List()));
    }
}
