using System.Diagnostics;
using StorageKit.Conformance.Load;

namespace StorageKit.Conformance.Clauses;

/// <summary>Closed-loop load from 1, 8 and 64 callers gives no error and no growth; throughput and p99 are recorded.
/// </summary>
/// <remarks>2 s of it, or as long as STORAGEKIT_LOAD_SECONDS says; 10 s is the full length. Growth is that of a call
/// with what is stored: finding one thing among 50,000, or among as many as could be stored in that time, takes about
/// as long as among 100. A driver that looks at all of them is slower by their number, one with an index
/// hardly.</remarks>
[Clause(
    "GEN-24",
    "Closed-loop load from 1, 8 and 64 callers gives no error and no growth; throughput and p99 are recorded.",
    Lane = Lane.Load)]
internal sealed class GEN24_LoadIsBorne : Clause
{
    const int Few = 100;
    const int Many = 50_000;
    const int FewestToJudge = 1_000;
    const int Finds = 201;
    const int Tries = 4;
    const double SlowerBy = 5;
    static readonly TimeSpan s_noise = TimeSpan.FromMicroseconds(20);
    static readonly int[] s_callers = [1, 8, 64];

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var time = LoadTime.FromEnvironment();
        var things = StoredThings.Of(context.Stores);
        if (things.Count == 0)
            throw new InconclusiveException("nothing can be stored: its only contract is a policy store that is filled "
                + "by others");
        foreach (var callers in s_callers)
            await LoadAsync(context, things, callers, time / s_callers.Length).ConfigureAwait(false);
        foreach (var thing in things)
            await ExpectNoGrowthAsync(context, thing, time / things.Count).ConfigureAwait(false);
    }

    // Each caller has things of its own, a few, and puts one and finds it in turn.
    static async Task LoadAsync(ClauseContext context, IReadOnlyList<StoredThing> things, int callers, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var turns = new int[callers];
        var calls = await ClosedLoop.RunAsync(context, callers, time, int.MaxValue, async (caller, _) =>
        {
            var turn = turns[caller]++;
            var thing = things[turn / 2 % things.Count];
            var number = (caller * Few) + (turn / 2 / things.Count % Few);
            if (turn % 2 == 0) await thing.PutAsync(number, context.CancellationToken).ConfigureAwait(false);
            else await FindAsync(thing, number, context).ConfigureAwait(false);
        }).ConfigureAwait(false);
        calls.Measure(context, callers == 1 ? "1 caller" : $"{callers} callers", Stopwatch.GetElapsedTime(start));
    }

    static async Task ExpectNoGrowthAsync(ClauseContext context, StoredThing thing, TimeSpan time)
    {
        await FillAsync(0, Few, TimeSpan.MaxValue).ConfigureAwait(false);
        await TypicalFindAsync(thing, context).ConfigureAwait(false); // the first calls of a kind are always slow
        var among = await TypicalFindAsync(thing, context).ConfigureAwait(false);
        var filled = Few + await FillAsync(Few, Many - Few, time).ConfigureAwait(false);
        if (filled < FewestToJudge) return;
        TimeSpan amongMany = default;
        for (var tries = 0; tries < Tries; tries++)
        {
            amongMany = await TypicalFindAsync(thing, context).ConfigureAwait(false);
            if (amongMany <= (among * SlowerBy) + s_noise) return;
        }
        throw new ClauseViolationException(
            $"GROWS WITH WHAT IS STORED: finding one of {filled} in {thing.Contract} takes "
            + $"{amongMany.TotalMicroseconds:0} µs, one of {Few} {among.TotalMicroseconds:0} µs");

        async Task<long> FillAsync(int first, int count, TimeSpan within) => (await ClosedLoop.RunAsync(
            context, 8, within, count, (_, i) => thing.PutAsync(first + i, context.CancellationToken))
            .ConfigureAwait(false)).Count;
    }

    static async Task<TimeSpan> TypicalFindAsync(StoredThing thing, ClauseContext context)
    {
        var times = new TimeSpan[Finds];
        for (var i = 0; i < Finds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await FindAsync(thing, i % Few, context).ConfigureAwait(false);
            times[i] = Stopwatch.GetElapsedTime(start);
        }
        Array.Sort(times);
        return times[Finds / 2];
    }

    static async ValueTask FindAsync(StoredThing thing, int number, ClauseContext context) => Expect.That(
        await thing.FindAsync(number, context.CancellationToken).ConfigureAwait(false),
        $"UNDER LOAD: {thing.Contract} does not find what was stored");
}
