namespace StorageKit.Conformance.Clauses;

/// <summary>An invalidation reaches other instances of the driver.</summary>
/// <remarks>A driver has no way yet to declare how long that may take; the kit allows what an operator who withdraws a
/// permission can wait for.</remarks>
[Clause(
    "POL-06", "An invalidation reaches other instances of the driver within 5 s.",
    Contract = typeof(IPolicyStore), Lane = Lane.Concurrent, Needs = Needs.PolicySeed | Needs.Shared)]
internal sealed class POL06_InvalidateReachesOtherInstances : Clause<IPolicyStore>
{
    static readonly TimeSpan s_bound = TimeSpan.FromSeconds(5);

    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var other = await context.OpenInstanceAsync().ConfigureAwait(false);
        var elsewhere = (await other.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false)).Get<IPolicyStore>();
        var agent = AgentId.New();
        await context.PutPolicyAsync(agent, PolicyExpectations.Document(1)).ConfigureAwait(false);
        await store.InvalidateAsync(agent, token).ConfigureAwait(false);
        await ExpectElsewhereAsync(1).ConfigureAwait(false);

        await context.PutPolicyAsync(agent, PolicyExpectations.Document(2)).ConfigureAwait(false);
        await store.InvalidateAsync(agent, token).ConfigureAwait(false);
        await ExpectElsewhereAsync(2).ConfigureAwait(false);

        ValueTask ExpectElsewhereAsync(uint version) => Expect.EventuallyAsync(
            async () => (await elsewhere.GetPolicyAsync(agent, token).ConfigureAwait(false))?.Version == version,
            s_bound,
            $"another instance does not answer version {version} {s_bound.TotalSeconds} s after it was stored",
            token);
    }
}
