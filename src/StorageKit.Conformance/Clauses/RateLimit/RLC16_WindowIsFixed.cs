namespace StorageKit.Conformance.Clauses;

/// <summary>The window is fixed: it starts at the first increment, and later ones do not extend it.</summary>
[Clause(
    "RLC-16", "The window is fixed: it starts at the first increment, and later ones do not extend it.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Time, Needs = Needs.Clock)]
internal sealed class RLC16_WindowIsFixed : Clause<IRateLimitCounter>
{
    static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        await store.ExpectIncrementAsync("endless", 1, TimeSpan.MaxValue, 1, "on a fresh key", token)
            .ConfigureAwait(false);
        // A backend that tells the first increment by "the total equals the amount", in doubles, takes the second of
        // these for the first of a window.
        foreach (var amount in new[] { 1ul, 1ul << 60 })
            await store.IncrementAsync("large", amount, amount == 1 ? TimeSpan.FromHours(1) : s_window, token)
                .ConfigureAwait(false);
        // Off any grid of seconds, so that a window that is aligned to one ends at another moment.
        await context.AdvanceAsync(TimeSpan.FromTicks(76_543_210)).ConfigureAwait(false);
        for (var second = 0ul; second < 10; second++)
        {
            await store.ExpectIncrementAsync(
                "fixed", 1, s_window, second + 1, $"{second} s after a window of 10 s opened", token)
                    .ConfigureAwait(false);
            await context.AdvanceAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        }
        await store.ExpectCurrentAsync(
            "fixed", 0, "10 s after a window of 10 s opened, with an increment every second", token)
                .ConfigureAwait(false);

        await store.ExpectCurrentAsync(
            "large", (1ul << 60) + 1, "within a window of 1 h, to which 2^60 was added with a short window given later",
            token).ConfigureAwait(false);

        await context.AdvanceAsync(TimeSpan.FromDays(1000)).ConfigureAwait(false);
        await store.ExpectCurrentAsync("endless", 1, "1000 days after a window of TimeSpan.MaxValue opened", token)
            .ConfigureAwait(false);
    }
}
