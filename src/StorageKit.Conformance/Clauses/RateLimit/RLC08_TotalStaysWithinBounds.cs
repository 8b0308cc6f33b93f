using System.Diagnostics;
using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Acknowledged increments count, and no more than was asked for.</summary>
/// <remarks>Eight callers increment by 1 while connections are lost and, where the harness can, the backend is stopped
/// and killed. A backend that forgets when it ends, which an older counter shows, need not keep what was acknowledged.
/// </remarks>
[Clause(
    "RLC-08", "Under faults the total is at least what was acknowledged and at most that and what is unknown.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Network, Needs = Needs.Outage, Stochastic = true)]
internal sealed class RLC08_TotalStaysWithinBounds : Clause<IRateLimitCounter>
{
    const int Callers = 8;
    const int MinOperationsEach = 40;
    const string Key = "bounds";
    static readonly TimeSpan s_duration = TimeSpan.FromSeconds(1.5);
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(2);
    static readonly TimeSpan s_recovery = TimeSpan.FromSeconds(10);
    static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var direct = (await context.OpenDirectAsync().ConfigureAwait(false)).Get<IRateLimitCounter>();
        await direct.IncrementAsync("older", 1, s_window, token).ConfigureAwait(false);
        await store.IncrementAsync("warm", 1, s_window, token).ConfigureAwait(false);
        context.RequireProxied();
        var recorder = context.NewRecorder(this);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(token);
        var trouble = NetworkTrouble.RunAsync(context, recorder, over.Token);
        var began = Stopwatch.GetTimestamp();
        await context.RunCallersAsync(Callers, async caller =>
        {
            var record = recorder.AddCaller();
            for (var i = 0; i < MinOperationsEach || Stopwatch.GetElapsedTime(began) < s_duration; i++)
            {
                var done = await record.IncrementAsync(store, Key, 1, s_window, token).ConfigureAwait(false);
                if (done.Error is not null) await Task.Delay(s_pause, token).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await trouble.ConfigureAwait(false);

        ulong older = 0;
        await context.UntilSuccessAsync(
            async t => older = await direct.CurrentAsync("older", t).ConfigureAwait(false), s_recovery,
            "IRateLimitCounter.CurrentAsync after all faults have ended").ConfigureAwait(false);
        var last = await recorder.AddCaller().CurrentAsync(direct, Key, token).ConfigureAwait(false);
        ExpectBounds(recorder.ToHistory(), last, isKept: older > 0);
    }

    static void ExpectBounds(History history, Operation last, bool isKept)
    {
        Expect.That(last.Result.Number is not null, $"the last read failed after all faults had ended: {last.Error}");
        var total = last.Result.Number!.Value;
        var increments = history.Operations.Where(o => o.Kind == OperationKind.Increment).ToArray();
        var acknowledged = (ulong)increments.LongCount(o => o.Outcome == Outcome.Ok);
        if (isKept && total < acknowledged)
            throw new ClauseViolationException(
                $"the total is {total}, but {acknowledged} increments by 1 were acknowledged: some were lost",
                history, [last]);
        if (total > (ulong)increments.Length)
            throw new ClauseViolationException(
                $"the total is {total}, but only {increments.Length} increments by 1 were called, "
                + $"{acknowledged} of them acknowledged: some were applied twice", history, [last]);
        if (isKept) Expect.Legal(CounterChecker.Check(history.Operations), history);
    }
}
