namespace StorageKit.Conformance.Clauses;

/// <summary>An increment by 0 returns the total; on a fresh key it opens the window, in an open one it moves nothing.
/// </summary>
[Clause(
    "RLC-15",
    "An increment by 0 returns the total; on a fresh key it opens the window, in an open one it moves nothing.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Time, Needs = Needs.Clock)]
internal sealed class RLC15_ZeroOpensButMovesNothing : Clause<IRateLimitCounter>
{
    static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        await store.ExpectIncrementAsync("fresh", 0, s_window, 0, "on a fresh key", token).ConfigureAwait(false);
        await store.ExpectIncrementAsync("open", 3, s_window, 3, "on a fresh key", token).ConfigureAwait(false);

        await context.AdvanceAsync(TimeSpan.FromSeconds(6)).ConfigureAwait(false);
        await store.ExpectIncrementAsync("fresh", 5, s_window, 5, "in the window that an increment by 0 opened", token)
            .ConfigureAwait(false);
        await store.ExpectIncrementAsync("open", 0, s_window, 3, "in an open window", token).ConfigureAwait(false);

        await context.AdvanceAsync(TimeSpan.FromSeconds(4)).ConfigureAwait(false);
        await store.ExpectCurrentAsync(
            "fresh", 0, "10 s after an increment by 0 opened a window of 10 s", token).ConfigureAwait(false);
        await store.ExpectCurrentAsync(
            "open", 0, "10 s after a window of 10 s opened, with an increment by 0 in it", token).ConfigureAwait(false);
        await store.ExpectIncrementAsync("open", 0, s_window, 0, "after the window's end", token).ConfigureAwait(false);
    }
}
