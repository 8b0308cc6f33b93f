namespace StorageKit.Conformance.Clauses;

/// <summary>The highest version wins, compared as a number, in whatever order the versions were stored.</summary>
[Clause(
    "POL-08", "The highest version wins, compared as a number, in whatever order the versions were stored.",
    Contract = typeof(IPolicyStore), Needs = Needs.PolicySeed)]
internal sealed class POL08_HighestVersionWins : Clause<IPolicyStore>
{
    // Where text, a signed integer and a rounded one sort otherwise.
    static readonly uint[][] s_orders =
    [
        [9, 10], [10, 9], [99, 100, 20], [int.MaxValue, (uint)int.MaxValue + 1], [(uint)int.MaxValue + 1, int.MaxValue],
        [0, 1], [1, 0], [uint.MaxValue, 1, uint.MaxValue - 1], [16_777_217, 16_777_216],
    ];

    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        foreach (var order in s_orders)
        {
            var agent = AgentId.New();
            foreach (var version in order)
                await context.PutPolicyAsync(agent, PolicyExpectations.Document(version)).ConfigureAwait(false);
            await store.InvalidateAsync(agent, token).ConfigureAwait(false);
            await store.ExpectPolicyAsync(
                agent, PolicyExpectations.Document(order.Max()),
                $"after the versions {string.Join(", ", order)} were stored", token)
                .ConfigureAwait(false);
        }
    }
}
