namespace StorageKit.Conformance.Clauses;

/// <summary>An agent without a policy has null; a cache that misses is no reason to say so.</summary>
[Clause(
    "POL-02", "An agent without a policy has null; a cache that misses is no reason to say so.",
    Contract = typeof(IPolicyStore), Needs = Needs.PolicySeed)]
internal sealed class POL02_MissIsNotAbsence : Clause<IPolicyStore>
{
    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        Expect.Absent(
            await store.GetPolicyAsync(AgentId.New(), token)
                .ConfigureAwait(false), "GetPolicyAsync of an agent without a policy");

        var agent = AgentId.New();
        await context.PutIntoSourceAsync(agent, PolicyExpectations.Document(1)).ConfigureAwait(false);
        await store.ExpectVersionAsync(agent, 1, "on the first read after the policy was stored", token)
            .ConfigureAwait(false);
        await store.InvalidateAsync(agent, token).ConfigureAwait(false);
        await store.ExpectVersionAsync(agent, 1, "after an invalidation, which deletes no policy", token)
            .ConfigureAwait(false);

        // Opened after the policy was stored: a store that has cached nothing yet.
        var stores = await context.Section.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false);
        await stores.Get<IPolicyStore>().ExpectVersionAsync(agent, 1, "of a store that was opened later", token)
            .ConfigureAwait(false);
    }
}
