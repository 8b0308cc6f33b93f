using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>A deregistered agent comes back with its next heartbeat.</summary>
[StorageDriver("undead-agents")]
public sealed class UndeadAgents : ILifecycleStore
{
    readonly ConcurrentDictionary<AgentId, DateTimeOffset> _seen = new();

    /// <inheritdoc/>
    public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        _seen[agent] = DateTimeOffset.UtcNow;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        _seen[agent] = DateTimeOffset.UtcNow; // SK3013
        return default;
    }

    /// <inheritdoc/>
    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        _seen.TryRemove(agent, out _);
        return default;
    }
}
