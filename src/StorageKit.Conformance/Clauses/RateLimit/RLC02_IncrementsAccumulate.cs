namespace StorageKit.Conformance.Clauses;

/// <summary>The first increment returns its amount; later ones accumulate.</summary>
[Clause(
    "RLC-02", "The first increment returns its amount; later ones accumulate.",
    Contract = typeof(IRateLimitCounter))]
internal sealed class RLC02_IncrementsAccumulate : Clause<IRateLimitCounter>
{
    const int Increments = 20;

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var total = 0ul;
        for (var i = 1; i <= Increments; i++)
        {
            var amount = (ulong)context.Random.Next(1, 1000);
            total += amount;
            await store.ExpectIncrementAsync("sum", amount, TimeSpan.FromHours(1), total, $"(number {i})", token)
                .ConfigureAwait(false);
            await store.ExpectCurrentAsync("sum", total, $"after {i} increments", token).ConfigureAwait(false);
        }
        await store.ExpectCurrentAsync("another", 0, "of a key that was never incremented", token)
            .ConfigureAwait(false);
    }
}
