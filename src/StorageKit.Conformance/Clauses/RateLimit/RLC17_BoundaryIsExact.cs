namespace StorageKit.Conformance.Clauses;

/// <summary>The boundary is exact: a window counts until one tick before its length has passed, and is over then.
/// </summary>
/// <remarks>Where the backend has its own clock, as close as <see cref="CounterExpectations.ClosestToTheEnd"/> says.
/// </remarks>
[Clause(
    "RLC-17", "The boundary is exact: a window counts until one tick before its length has passed, and is over then.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Time, Needs = Needs.Clock)]
internal sealed class RLC17_BoundaryIsExact : Clause<IRateLimitCounter>
{
    static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);

    static readonly TimeSpan[] s_lengths =
    [
        TimeSpan.FromTicks(3_333_333), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1) + s_tick, TimeSpan.FromHours(1),
        TimeSpan.FromDays(90),
    ];

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var close = context.ClosestToTheEnd();
        foreach (var length in s_lengths.Where(length => length > close))
        {
            await context.AdvanceAsync(TimeSpan.FromTicks(1_234_567)).ConfigureAwait(false);
            await CheckAsync(store, context, length, close).ConfigureAwait(false);
        }
    }

    // Reads and increments judge the boundary apart, so each has a key of its own.
    static async ValueTask CheckAsync(
        IRateLimitCounter store, ClauseContext context, TimeSpan length, TimeSpan close)
    {
        var token = context.CancellationToken;
        var (read, added) = ($"read {length.Ticks}", $"added {length.Ticks}");
        foreach (var key in new[] { read, added })
            await store.ExpectIncrementAsync(key, 7, length, 7, "on a fresh key", token).ConfigureAwait(false);

        await context.AdvanceAsync(length - close).ConfigureAwait(false);
        var before = $"{close} before a window of {length} is over";
        await store.ExpectCurrentAsync(read, 7, before, token).ConfigureAwait(false);
        await store.ExpectIncrementAsync(added, 1, length, 8, before, token).ConfigureAwait(false);

        await context.AdvanceAsync(close).ConfigureAwait(false);
        var at = $"at the moment a window of {length} is over";
        await store.ExpectCurrentAsync(read, 0, at, token).ConfigureAwait(false);
        await store.ExpectIncrementAsync(added, 1, length, 1, at, token).ConfigureAwait(false);
    }
}
