namespace StorageKit.Conformance.Clauses;

/// <summary>A fresh key reads 0.</summary>
[Clause("RLC-01", "A fresh key reads 0.", Contract = typeof(IRateLimitCounter))]
internal sealed class RLC01_FreshKeyReadsZero : Clause<IRateLimitCounter>
{
    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        foreach (var key in new[] { "fresh", "", "a/b", "ключ" })
            Expect.Equal(0ul, await store.CurrentAsync(key, context.CancellationToken).ConfigureAwait(false), $"CurrentAsync(\"{key}\") of a fresh key");
    }
}
