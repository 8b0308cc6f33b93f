namespace StorageKit.Conformance.Clauses;

/// <summary>A policy that is stored after a read found none is seen by the next read.</summary>
/// <remarks>A cache never answers "absent" for what its source has, so remembering absence is bounded by zero, and no
/// clock is
/// needed to see it.</remarks>
[Clause(
    "POL-12", "A policy that is stored after a read found none is seen by the next read.",
    Contract = typeof(IPolicyStore), Needs = Needs.PolicySeed)]
internal sealed class POL12_AbsenceIsNotCached : Clause<IPolicyStore>
{
    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var agent = AgentId.New();
        for (var read = 1; read <= 3; read++)
            Expect.Absent(
                await store.GetPolicyAsync(agent, token).ConfigureAwait(false),
                $"GetPolicyAsync of an agent without a policy, read {read}");
        await context.PutIntoSourceAsync(agent, PolicyExpectations.Document(1)).ConfigureAwait(false);
        await store.ExpectVersionAsync(agent, 1, "after a policy was stored for an agent that had none", token)
            .ConfigureAwait(false);
    }
}
