namespace StorageKit.Conformance.Clauses;

/// <summary>Steps of the wall clock neither free a key nor lock it.</summary>
/// <remarks>An operator, a time server or a virtual machine that wakes up sets the clock; how long a window lasts is a
/// matter
/// of the time that passes.</remarks>
[Clause(
    "RLC-21", "Steps of the wall clock by an hour, on or back, neither free a key nor lock it.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Time, Needs = Needs.Clock | Needs.WallClock)]
internal sealed class RLC21_WallClockStepsFreeAndLockNothing : Clause<IRateLimitCounter>
{
    static readonly TimeSpan s_window = TimeSpan.FromMinutes(10);
    static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        await CheckAsync(store, context, TimeSpan.FromHours(1), "set on by 1 h").ConfigureAwait(false);
        await CheckAsync(store, context, TimeSpan.FromHours(-1), "set back by 1 h").ConfigureAwait(false);
        await CheckAsync(store, context, TimeSpan.FromSeconds(-1), "set back by 1 s").ConfigureAwait(false);
    }

    static async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context, TimeSpan step, string what)
    {
        var token = context.CancellationToken;
        var clock = context.Clock!;
        await store.ExpectIncrementAsync(what, 5, s_window, 5, "on a fresh key", token).ConfigureAwait(false);
        clock.Advance(TimeSpan.FromMinutes(1));
        clock.JumpWall(step);
        var within = $"1 min into a window of 10 min, with the wall clock {what}";
        await store.ExpectCurrentAsync(what, 5, within, token).ConfigureAwait(false);
        await store.ExpectIncrementAsync(what, 1, s_window, 6, within, token).ConfigureAwait(false);

        clock.Advance(TimeSpan.FromMinutes(9) - s_tick);
        await store.ExpectCurrentAsync(
            what, 6, $"one tick before a window of 10 min is over, with the wall clock {what}", token)
                .ConfigureAwait(false);
        clock.Advance(s_tick);
        await store.ExpectCurrentAsync(
            what, 0, $"10 min after a window of 10 min opened, with the wall clock {what}", token)
                .ConfigureAwait(false);
        await store.ExpectIncrementAsync(
            what, 2, s_window, 2, $"after the window's end, with the wall clock {what}", token)
            .ConfigureAwait(false);
    }
}
