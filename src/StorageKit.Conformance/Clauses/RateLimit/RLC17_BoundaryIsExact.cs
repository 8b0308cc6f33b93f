namespace StorageKit.Conformance.Clauses;

/// <summary>The boundary is exact: a window counts until one tick before its length has passed, and is over then.
/// </summary>
/// <remarks>Where the backend has its own clock, real time goes by besides the steps of the clause, so there it is two
/// seconds before the end, of windows that are long enough.</remarks>
[Clause(
    "RLC-17", "The boundary is exact: a window counts until one tick before its length has passed, and is over then.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Time, Needs = Needs.Clock)]
internal sealed class RLC17_BoundaryIsExact : Clause<IRateLimitCounter>
{
    static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);
    static readonly TimeSpan s_margin = TimeSpan.FromSeconds(2);

    static readonly TimeSpan[] s_lengths =
    [
        TimeSpan.FromTicks(3_333_333), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1) + s_tick, TimeSpan.FromHours(1),
        TimeSpan.FromDays(90),
    ];

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var margin = context.Driver.Harness.Probe<IClockControl>() is null ? s_tick : s_margin;
        foreach (var length in s_lengths.Where(length => length > margin * 2))
        {
            await context.AdvanceAsync(TimeSpan.FromTicks(1_234_567)).ConfigureAwait(false);
            await CheckAsync(store, context, length, margin).ConfigureAwait(false);
        }
    }

    // Reads and increments judge the boundary apart, so each has a key of its own.
    static async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context, TimeSpan length, TimeSpan margin)
    {
        var token = context.CancellationToken;
        var (read, added) = ($"read {length.Ticks}", $"added {length.Ticks}");
        foreach (var key in new[] { read, added })
            await store.ExpectIncrementAsync(key, 7, length, 7, "on a fresh key", token).ConfigureAwait(false);

        await context.AdvanceAsync(length - margin).ConfigureAwait(false);
        var before = margin == s_tick ? "one tick" : $"{margin.TotalSeconds} s";
        before += $" before a window of {length} is over";
        await store.ExpectCurrentAsync(read, 7, before, token).ConfigureAwait(false);
        await store.ExpectIncrementAsync(added, 1, length, 8, before, token).ConfigureAwait(false);

        await context.AdvanceAsync(margin).ConfigureAwait(false);
        var at = $"at the moment a window of {length} is over";
        await store.ExpectCurrentAsync(read, 0, at, token).ConfigureAwait(false);
        await store.ExpectIncrementAsync(added, 1, length, 1, at, token).ConfigureAwait(false);
    }
}
