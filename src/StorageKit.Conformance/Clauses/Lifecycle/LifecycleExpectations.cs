namespace StorageKit.Conformance.Clauses;

/// <summary>What a lifecycle store has to say about an agent.</summary>
internal static class LifecycleExpectations
{
    /// <summary>A heartbeat of the agent is accepted.</summary>
    internal static async ValueTask ExpectRegisteredAsync(
        this ILifecycleStore store, AgentId agent, string when, CancellationToken cancellationToken)
    {
        try
        {
            await store.HeartbeatAsync(agent, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            throw new ClauseViolationException(
                $"heartbeat {when}: expected success, got a StorageException of kind {e.Kind}");
        }
    }

    /// <summary>A heartbeat of the agent is refused, and where registrations can be seen it is not among
    /// them.</summary>
    internal static async ValueTask ExpectNotRegisteredAsync(
        this ILifecycleStore store, AgentId agent, string when, ClauseContext context)
    {
        var token = context.CancellationToken;
        await Expect.ThrowsAsync(
            StorageErrorKind.NotFound, () => store.HeartbeatAsync(agent, token), $"heartbeat {when}")
            .ConfigureAwait(false);
        if (store is not ILifecycleMonitor && context.Driver.Harness.Probe<ILifecycleProbe>() is null) return;
        Expect.Equal(null, await context.LastSeenAsync(agent).ConfigureAwait(false), $"last-seen {when}");
        var status = await store.FindAsync(agent, token).ConfigureAwait(false);
        Expect.That(status is null, $"the list of registered agents has the agent {when}");
    }

    /// <summary>The agent in the store's own list; null when it is not there or the store has none.</summary>
    internal static async ValueTask<AgentStatus?> FindAsync(
        this ILifecycleStore store, AgentId agent, CancellationToken cancellationToken)
    {
        if (store is not ILifecycleMonitor monitor) return null;
        await foreach (var status in monitor.ListAsync(cancellationToken).ConfigureAwait(false))
            if (status.Agent == agent)
                return status;
        return null;
    }

    /// <summary>When the agent was last seen; it has to be registered.</summary>
    internal static async ValueTask<DateTimeOffset> ExpectLastSeenAsync(
        this ClauseContext context, AgentId agent, string when) =>
        await context.LastSeenAsync(agent).ConfigureAwait(false)
            ?? throw new ClauseViolationException($"last-seen {when}: expected a time, got null");
}
