using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Callers that race at a window's end open exactly one new window, whose totals tile from 0.</summary>
/// <remarks>Each round has a key, opened before, and a clock that is moved to the window's end in the middle of the
/// callers' increments. For them this is a reset at that moment, so it is recorded as one and the whole has to be
/// linearizable.</remarks>
[Clause(
    "RLC-22", "Callers that race at a window's end open exactly one new window, whose totals tile from 0.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Concurrent, Needs = Needs.Clock, Stochastic = true)]
internal sealed class RLC22_OneNewWindowAtTheBoundary : Clause<IRateLimitCounter>
{
    const int RoundsTogether = 10;
    const int MostTimes = 25;
    const int Callers = 8;
    const int IncrementsEach = 3;
    const int Readers = 2; // a driver may remove the old window when it is read
    const int ReadsEach = 2;
    static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);

    protected override ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context) =>
        context.RepeatAsync(MostTimes, time => RaceAsync(store, context, time));

    async ValueTask RaceAsync(IRateLimitCounter store, ClauseContext context, int time)
    {
        var recorder = context.NewRecorder(this);
        var clock = recorder.AddCaller();
        for (var round = 0; round < RoundsTogether; round++)
            await RoundAsync(store, context, recorder, clock, (time * RoundsTogether) + round).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(
            PerKey.Check(history, operations => LinearizabilitySearch.Check<CounterModel, ulong>(default, operations)),
            history);
    }

    static async Task RoundAsync(
        IRateLimitCounter store, ClauseContext context, HistoryRecorder recorder, RecordingCaller clock, int round)
    {
        var key = $"round {round}";
        var token = context.CancellationToken;
        await clock.IncrementAsync(store, key, 1, s_window, token).ConfigureAwait(false);
        await context.RunCallersAsync(Callers + Readers + 1, async caller =>
        {
            if (caller == Callers)
            {
                await clock.RecordAsync(
                    OperationKind.Reset, key, OperationValue.None, () => context.AdvanceAsync(s_window))
                    .ConfigureAwait(false);
                return;
            }
            if (caller > Callers)
            {
                await ReadAsync(recorder.AddCaller(), context.RandomFor(caller, round)).ConfigureAwait(false);
                return;
            }
            var (random, record) = (context.RandomFor(caller, round), recorder.AddCaller());
            for (var i = 0; i < IncrementsEach; i++)
            {
                var amount = 2ul << ((caller * IncrementsEach) + i);
                await record.IncrementAsync(store, key, amount, s_window, token).ConfigureAwait(false);
                await random.PauseAsync().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        // What a late reader has thrown away is missing now.
        await clock.CurrentAsync(store, key, token).ConfigureAwait(false);

        async Task ReadAsync(RecordingCaller record, Random random)
        {
            for (var i = 0; i < ReadsEach; i++)
            {
                await record.CurrentAsync(store, key, token).ConfigureAwait(false);
                await random.PauseAsync().ConfigureAwait(false);
            }
        }
    }
}
