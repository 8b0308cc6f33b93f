namespace StorageKit.Conformance.Clauses;

/// <summary>After an invalidation returned, the next read answers what the source has.</summary>
[Clause(
    "POL-04", "After an invalidation returned, the next read answers what the source has.",
    Contract = typeof(IPolicyStore), Needs = Needs.PolicySeed)]
internal sealed class POL04_InvalidateReloads : Clause<IPolicyStore>
{
    const uint Versions = 10;

    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var agent = AgentId.New();
        for (var version = 1u; version <= Versions; version++)
        {
            await context.PutPolicyAsync(agent, PolicyExpectations.Document(version)).ConfigureAwait(false);
            await store.InvalidateAsync(agent, token).ConfigureAwait(false);
            // Twice: the first may fill a cache that the second reads.
            foreach (var read in new[] { "first", "second" })
                await store.ExpectVersionAsync(
                    agent, version, $"on the {read} read after version {version} was stored and invalidated", token)
                    .ConfigureAwait(false);
        }
    }
}
