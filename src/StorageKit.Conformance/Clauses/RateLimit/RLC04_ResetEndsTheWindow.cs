namespace StorageKit.Conformance.Clauses;

/// <summary>Reset gives 0, is idempotent and ends the window.</summary>
/// <remarks>The window that the next increment opens may neither inherit the old one's end nor be cut by it.</remarks>
[Clause("RLC-04", "Reset gives 0, is idempotent and ends the window.", Contract = typeof(IRateLimitCounter))]
internal sealed class RLC04_ResetEndsTheWindow : Clause<IRateLimitCounter>
{
    static readonly TimeSpan s_long = TimeSpan.FromHours(1);

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        await store.ResetAsync("never incremented", token).ConfigureAwait(false);
        await store.ExpectCurrentAsync("never incremented", 0, "after a reset of an absent key", token)
            .ConfigureAwait(false);

        await store.IncrementAsync("bystander", 7, s_long, token).ConfigureAwait(false);
        await store.IncrementAsync("long", 5, s_long, token).ConfigureAwait(false);
        await ResetTwiceAsync(store, "long", token).ConfigureAwait(false);
        await store.ExpectIncrementAsync("long", 3, CounterExpectations.ShortWindow, 3, "after a reset", token)
            .ConfigureAwait(false);
        await store.ExpectEndAsync("long", "the reset left the old window's end in place", token).ConfigureAwait(false);

        await store.IncrementAsync("short", 5, CounterExpectations.ShortWindow, token).ConfigureAwait(false);
        await ResetTwiceAsync(store, "short", token).ConfigureAwait(false);
        await store.ExpectIncrementAsync("short", 3, s_long, 3, "after a reset", token).ConfigureAwait(false);
        // This one begins later than the window that was reset, so when it is over, that one would be too.
        await store.IncrementAsync("later", 1, CounterExpectations.ShortWindow, token).ConfigureAwait(false);
        await store.ExpectEndAsync("later", "it was opened by the key's only increment", token).ConfigureAwait(false);
        await store.ExpectCurrentAsync("short", 3, "at the end of a window that was reset, in the one after it", token)
            .ConfigureAwait(false);
        await store.ExpectCurrentAsync("bystander", 7, "of a key that was not reset", token).ConfigureAwait(false);
    }

    static async ValueTask ResetTwiceAsync(IRateLimitCounter store, string key, CancellationToken token)
    {
        foreach (var which in new[] { "a reset", "a second reset" })
        {
            await store.ResetAsync(key, token).ConfigureAwait(false);
            await store.ExpectCurrentAsync(key, 0, $"after {which}", token).ConfigureAwait(false);
        }
    }
}
