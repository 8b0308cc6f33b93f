namespace StorageKit;

/// <summary>Ability of an <see cref="ILifecycleStore"/>: seeing who is registered.</summary>
public interface ILifecycleMonitor
{
    /// <summary>When the agent was last registered or heard of, or null when it is not registered.</summary>
    ValueTask<DateTimeOffset?> LastSeenAsync(AgentId agent, CancellationToken cancellationToken = default);

    /// <summary>The registered agents in the order of their ids' bytes.</summary>
    IAsyncEnumerable<AgentStatus> ListAsync(CancellationToken cancellationToken = default);
}
