namespace StorageKit.Conformance.Clauses;

/// <summary>After a window's end the next increment returns its amount and opens a new window, then and with its own
/// length.
/// </summary>
[Clause(
    "RLC-18", "After a window's end the next increment returns its amount and opens a new one, with its own length.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Time, Needs = Needs.Clock)]
internal sealed class RLC18_NextIncrementOpensAnew : Clause<IRateLimitCounter>
{
    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        await store.ExpectIncrementAsync("anew", 5, TimeSpan.FromSeconds(10), 5, "on a fresh key", token)
            .ConfigureAwait(false);
        // Not a multiple of 10 s: the new window starts at the increment, not at the end of an old one.
        await context.AdvanceAsync(TimeSpan.FromSeconds(37)).ConfigureAwait(false);
        await store.ExpectIncrementAsync(
            "anew", 3, TimeSpan.FromSeconds(20), 3, "27 s after the old window's end", token).ConfigureAwait(false);

        var close = context.ClosestToTheEnd();
        await context.AdvanceAsync(TimeSpan.FromSeconds(20) - close).ConfigureAwait(false);
        await store.ExpectCurrentAsync("anew", 3, "just before the new window of 20 s is over", token)
            .ConfigureAwait(false);
        await context.AdvanceAsync(close).ConfigureAwait(false);
        await store.ExpectCurrentAsync("anew", 0, "20 s after the new window of 20 s opened", token)
            .ConfigureAwait(false);
    }
}
