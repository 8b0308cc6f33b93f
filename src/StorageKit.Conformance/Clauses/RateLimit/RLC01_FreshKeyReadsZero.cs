namespace StorageKit.Conformance.Clauses;

/// <summary>A fresh key reads 0.</summary>
[Clause("RLC-01", "A fresh key reads 0.", Contract = typeof(IRateLimitCounter))]
internal sealed class RLC01_FreshKeyReadsZero : Clause<IRateLimitCounter>
{
    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        foreach (var key in new[] { "fresh", "", "a/b", "ключ" })
            await store.ExpectCurrentAsync(key, 0, $"of the fresh key \"{key}\"", context.CancellationToken)
                .ConfigureAwait(false);
    }
}
