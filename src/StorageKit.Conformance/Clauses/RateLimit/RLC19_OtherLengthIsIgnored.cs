namespace StorageKit.Conformance.Clauses;

/// <summary>Another length given within a window is ignored until the next one opens.</summary>
[Clause(
    "RLC-19", "Another length given within a window is ignored until the next one opens.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Time, Needs = Needs.Clock)]
internal sealed class RLC19_OtherLengthIsIgnored : Clause<IRateLimitCounter>
{
    // Long, because with a server's clock real time goes by as well: a busy machine may take seconds for a call.
    static readonly TimeSpan s_first = TimeSpan.FromSeconds(100);

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        foreach (var other in new[] { TimeSpan.FromSeconds(20), TimeSpan.FromHours(1), TimeSpan.MaxValue })
            await CheckAsync(store, context, other).ConfigureAwait(false);
    }

    static async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context, TimeSpan other)
    {
        var token = context.CancellationToken;
        var key = $"other {other.Ticks}";
        var given = $"with the length {other} in a window of {s_first}";
        await store.ExpectIncrementAsync(key, 1, s_first, 1, "on a fresh key", token).ConfigureAwait(false);
        await context.AdvanceAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(false);
        await store.ExpectIncrementAsync(key, 1, other, 2, given, token).ConfigureAwait(false);
        await context.AdvanceAsync(TimeSpan.FromSeconds(80)).ConfigureAwait(false);
        await store.ExpectIncrementAsync(key, 1, other, 3, $"{given}, 90 s after it opened", token)
            .ConfigureAwait(false);
        await context.AdvanceAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(false);
        await store.ExpectCurrentAsync(key, 0, $"{s_first} after the window opened, incremented {given}", token)
            .ConfigureAwait(false);
    }
}
