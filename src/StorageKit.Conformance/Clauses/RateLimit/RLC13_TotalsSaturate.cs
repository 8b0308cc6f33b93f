namespace StorageKit.Conformance.Clauses;

/// <summary>A total saturates at 2^64-1; it never wraps, never falls to 0, and reaching the end is no error.</summary>
[Clause(
    "RLC-13", "A total saturates at 2^64-1: it never wraps, never falls to 0, and reaching the end is no error.",
    Contract = typeof(IRateLimitCounter))]
internal sealed class RLC13_TotalsSaturate : Clause<IRateLimitCounter>
{
    static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    // Where an integer of some backend or language ends.
    static readonly ulong[] s_ends = [int.MaxValue, uint.MaxValue, long.MaxValue];

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        foreach (var end in s_ends)
        {
            var key = $"end {end}";
            await store.ExpectIncrementAsync(key, end - 1, s_window, end - 1, "on a fresh key", token)
                .ConfigureAwait(false);
            for (var total = end; total <= end + 2; total++)
                await store.ExpectIncrementAsync(key, 1, s_window, total, $"at {total - 1}", token)
                    .ConfigureAwait(false);
            await store.ExpectCurrentAsync(key, end + 2, $"after passing {end}", token).ConfigureAwait(false);
        }

        await SaturatesAsync(store, "by one", ulong.MaxValue - 1, 1, 1, token).ConfigureAwait(false);
        await SaturatesAsync(store, "by halves", 1ul << 63, 1ul << 63, 7, token).ConfigureAwait(false);
        await SaturatesAsync(store, "by far", ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, token)
            .ConfigureAwait(false);
    }

    static async ValueTask SaturatesAsync(
        IRateLimitCounter store, string key, ulong first, ulong second, ulong third, CancellationToken token)
    {
        await store.ExpectIncrementAsync(key, first, s_window, first, "on a fresh key", token).ConfigureAwait(false);
        await store.ExpectIncrementAsync(key, second, s_window, ulong.MaxValue, $"at {first}", token)
            .ConfigureAwait(false);
        await store.ExpectIncrementAsync(key, third, s_window, ulong.MaxValue, "at 2^64-1", token)
            .ConfigureAwait(false);
        await store.ExpectCurrentAsync(key, ulong.MaxValue, "of a saturated key", token).ConfigureAwait(false);
    }
}
