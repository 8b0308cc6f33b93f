namespace StorageKit.Conformance.Clauses;

/// <summary>A read of the source that has seen version 1 and is held back, while version 2 is stored and the agent
/// invalidated.</summary>
internal static class HeldRead
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    // A driver may let an invalidation wait for the reads that are under way.
    static readonly TimeSpan s_invalidation = TimeSpan.FromSeconds(1);

    internal static async ValueTask CheckAsync(IPolicyStore store, IPolicySource source, ClauseContext context)
    {
        var token = context.CancellationToken;
        var agent = AgentId.New();
        await source.PutAsync(context.Tenant, agent, PolicyExpectations.Document(1), token).ConfigureAwait(false);
        Task<PolicyDocument?> before;
        var later = Task.FromResult<PolicyDocument?>(null);
        using (source.Hold(context.Tenant, agent))
        {
            before = store.GetPolicyAsync(agent, token).AsTask();
            await source.ExpectReadAsync(context, agent, read: 1).ConfigureAwait(false);
            await source.PutAsync(context.Tenant, agent, PolicyExpectations.Document(2), token).ConfigureAwait(false);
            var invalidation = store.InvalidateAsync(agent, token).AsTask();
            await Task.WhenAny(invalidation, Task.Delay(s_invalidation, token)).ConfigureAwait(false);
            if (invalidation.IsCompleted)
            {
                await invalidation.ConfigureAwait(false);
                later = store.GetPolicyAsync(agent, token).AsTask();
                // Time for it to reach the source, or to join the read that is held back.
                await Task.Delay(TimeSpan.FromMilliseconds(100), token).ConfigureAwait(false);
            }
            else
            {
                later = AfterAsync(invalidation);
            }
        }
        await before.ConfigureAwait(false);
        Expect.Equal(
            2u, (await later.ConfigureAwait(false))?.Version,
            "STALE READ: version of GetPolicyAsync that began after version 2 was stored and invalidated, while a read "
            + "that had seen version 1 was under way");
        await store.ExpectVersionAsync(
            agent, 2, "after a read that had seen version 1 ended later than the invalidation of version 2", token)
            .ConfigureAwait(false);

        async Task<PolicyDocument?> AfterAsync(Task invalidation)
        {
            await invalidation.ConfigureAwait(false);
            return await store.GetPolicyAsync(agent, token).ConfigureAwait(false);
        }
    }

    /// <summary>The source is asked for the agent's policy this often, or more.</summary>
    internal static ValueTask ExpectReadAsync(
        this IPolicySource source, ClauseContext context, AgentId agent, int read) =>
        Expect.EventuallyAsync(
            () => new(source.ReadsOf(context.Tenant, agent) >= read), s_patience,
            $"GetPolicyAsync of a policy that is not cached has not asked the source for {s_patience.TotalSeconds} s",
            context.CancellationToken);
}
