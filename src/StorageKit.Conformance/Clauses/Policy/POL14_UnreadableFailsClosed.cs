namespace StorageKit.Conformance.Clauses;

/// <summary>A stored policy that is not understood fails closed: a Serialization error, never null and never a
/// document.
/// </summary>
/// <remarks>Null reads as "no policy binds this agent", and a document without the rule that was not understood as
/// permission.</remarks>
[Clause(
    "POL-14",
    "A stored policy that is not understood fails closed: a Serialization error, never null, never a document.",
    Contract = typeof(IPolicyStore), Needs = Needs.PolicySeed | Needs.Tamper)]
internal sealed class POL14_UnreadableFailsClosed : Clause<IPolicyStore>
{
    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var (damaged, whole) = (AgentId.New(), AgentId.New());
        foreach (var agent in new[] { damaged, whole })
            await context.PutPolicyAsync(agent, PolicyExpectations.Document(1)).ConfigureAwait(false);
        var tamper = context.Driver.Harness.Probe<ITamper>()!;
        if (!await tamper.DamagePolicyAsync(context.Tenant, damaged, token).ConfigureAwait(false))
            throw new InconclusiveException("the harness's ITamper found no stored policy to damage");

        await store.InvalidateAsync(damaged, token).ConfigureAwait(false);
        await Expect.ThrowsAsync(
            StorageErrorKind.Serialization,
            async () => await store.GetPolicyAsync(damaged, token).ConfigureAwait(false),
            "GetPolicyAsync of a damaged policy").ConfigureAwait(false);
        await store.ExpectVersionAsync(whole, 1, "of an agent beside one with a damaged policy", token)
            .ConfigureAwait(false);
    }
}
