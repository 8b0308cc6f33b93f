using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>An agent whose registration is gone goes on, and believes that it is watched.</summary>
[StorageDriver("silent-heartbeat")]
public sealed class SilentHeartbeat : ILifecycleStore
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
        if (_seen.TryGetValue(agent, out var seen)) // SK3002
            _seen.TryUpdate(agent, DateTimeOffset.UtcNow, seen);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        _seen.TryRemove(agent, out _);
        return default;
    }
}
