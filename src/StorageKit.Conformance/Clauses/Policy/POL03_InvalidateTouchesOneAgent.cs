namespace StorageKit.Conformance.Clauses;

/// <summary>Invalidate is idempotent, succeeds for any agent, and touches only its own.</summary>
/// <remarks>Dropping a cached copy too many costs time and changes no answer: it is seen where reads of the source are
/// counted.</remarks>
[Clause(
    "POL-03", "Invalidate is idempotent, succeeds for any agent, and touches only its own.",
    Contract = typeof(IPolicyStore), Needs = Needs.PolicySeed)]
internal sealed class POL03_InvalidateTouchesOneAgent : Clause<IPolicyStore>
{
    const int Agents = 8;

    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var agents = Enumerable.Range(0, Agents).Select(_ => AgentId.New()).ToArray();
        for (var i = 0; i < Agents; i++)
            await context.PutPolicyAsync(agents[i], PolicyExpectations.Document((uint)i + 1)).ConfigureAwait(false);
        await ExpectAllAsync("after all were stored").ConfigureAwait(false);
        var source = context.Driver.Harness.Probe<IPolicySource>();
        var reads = agents.Select(ReadsOf).ToArray();

        await store.InvalidateAsync(AgentId.New(), token).ConfigureAwait(false);
        await ExpectUntouchedAsync(first: 0, "after an agent without a policy was invalidated").ConfigureAwait(false);
        foreach (var which in new[] { "once", "twice" })
        {
            await store.InvalidateAsync(agents[0], token).ConfigureAwait(false);
            await ExpectUntouchedAsync(first: 1, $"after agent 1 was invalidated {which}").ConfigureAwait(false);
        }

        async ValueTask ExpectUntouchedAsync(int first, string when)
        {
            await ExpectAllAsync(when).ConfigureAwait(false);
            for (var i = first; i < Agents; i++)
                Expect.Equal(reads[i], ReadsOf(agents[i]), $"reads of the source for agent {i + 1} {when}");
        }

        async ValueTask ExpectAllAsync(string when)
        {
            for (var i = 0; i < Agents; i++)
                await store.ExpectVersionAsync(agents[i], (uint)i + 1, $"of agent {i + 1} {when}", token)
                    .ConfigureAwait(false);
        }

        int ReadsOf(AgentId agent) => source?.ReadsOf(context.Tenant, agent) ?? 0;
    }
}
