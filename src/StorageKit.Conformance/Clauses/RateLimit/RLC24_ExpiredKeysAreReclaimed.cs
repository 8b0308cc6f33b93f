using System.Diagnostics;
using System.Globalization;
using StorageKit.Conformance.Load;

namespace StorageKit.Conformance.Clauses;

/// <summary>Keys whose window is over are reclaimed.</summary>
/// <remarks>100,000 keys, or as many as go into the lane's time. They are counted by the harness, or, where the driver
/// declares ProcessLocal, weighed on the heap. A quarter may be left: a backend that reclaims in the background leaves
/// some for later. Time goes by on both clocks, the driver's and the real one, because either may be the backend's.
/// </remarks>
[Clause(
    "RLC-24", "Keys whose window is over are reclaimed.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Load, Needs = Needs.KeyCount)]
internal sealed class RLC24_ExpiredKeysAreReclaimed : Clause<IRateLimitCounter>
{
    const int Keys = 100_000;
    const int Steady = 20; // keys whose windows stay open: they must not be reclaimed with the others
    const int Callers = 8;
    const int Rounds = 3;
    static readonly TimeSpan s_window = TimeSpan.FromSeconds(1);
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(8);

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var clock = new ManualClock();
        var services = context.Driver.Registration.UsesTimeProvider
            ? new StorageServices { TimeProvider = clock, LoggerFactory = context.Driver.LoggerFactory }
            : context.Services;
        var section = await context.Driver.Registry.OpenSectionAsync(
            context.Driver.Name, context.Driver.Harness.Section, services, context.CancellationToken)
            .ConfigureAwait(false);
        await using var owned = section.ConfigureAwait(false);
        var stores = await section.OpenTenantAsync(context.Tenant, context.CancellationToken).ConfigureAwait(false);
        var counter = stores.Get<IRateLimitCounter>();
        var probe = context.Driver.Harness.Probe<IResourceProbe>();
        // Other tests' objects are on the same heap; only a driver that never reclaims fails every time.
        for (var round = 1; ; round++)
        {
            var left = await FillAndPassAsync(context, counter, probe, clock, round).ConfigureAwait(false);
            if (left is null) return;
            Expect.That(probe is null && round < Rounds, left);
        }
    }

    static async Task<string?> FillAndPassAsync(
        ClauseContext context, IRateLimitCounter counter, IResourceProbe? probe, ManualClock clock, int round)
    {
        var before = await StoredAsync().ConfigureAwait(false);
        var steady = Enumerable.Range(0, Steady)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"round {round} steady {i}")).ToArray();
        foreach (var key in steady)
            await counter.IncrementAsync(key, 1, TimeSpan.FromDays(1), context.CancellationToken).ConfigureAwait(false);
        var keys = (await ClosedLoop.RunAsync(
            context, Callers, LoadTime.FromEnvironment(), Keys,
            async (_, i) => await counter.IncrementAsync(
                string.Create(CultureInfo.InvariantCulture, $"round {round} key {i}"), 1, s_window,
                context.CancellationToken).ConfigureAwait(false)).ConfigureAwait(false)).Count;
        context.Measure("keys", keys, "keys");
        foreach (var key in steady)
        {
            var total = await counter.CurrentAsync(key, context.CancellationToken).ConfigureAwait(false);
            Expect.That(
                total == 1, $"FORGETS TOO EARLY: after {keys} other keys were counted, \"{key}\" reads {total} instead "
                    + "of 1, though its window of one day is open");
        }
        var full = await StoredAsync().ConfigureAwait(false) - before;
        await Task.Delay(s_window, context.CancellationToken).ConfigureAwait(false);
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await UseAsync(context, counter).ConfigureAwait(false);
            var left = await StoredAsync().ConfigureAwait(false) - before;
            if (left <= full / 4) return null;
            if (Stopwatch.GetElapsedTime(start) > s_patience / (probe is null ? Rounds : 1))
                return probe is null
                    ? $"NEVER FORGETS: {keys} keys took {full / 1000} kB, and {left / 1000} kB are left after their "
                        + "windows"
                    : $"NEVER FORGETS: {left} of {full} keys are left after their windows";
        }

        async Task<long> StoredAsync() => probe is null
            ? ResourceUse.LiveHeap()
            : await probe.CounterKeysAsync(context.Tenant, context.CancellationToken).ConfigureAwait(false);
    }

    // A driver may reclaim when it is used, a little with each call.
    static async Task UseAsync(ClauseContext context, IRateLimitCounter counter)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Keys && Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(100); i++)
            await counter.IncrementAsync("in use", 1, s_window, context.CancellationToken).ConfigureAwait(false);
    }
}
