using System.Diagnostics;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Load;

/// <summary>Callers that each make one call after another, as fast as the driver answers.</summary>
internal static class ClosedLoop
{
    /// <summary>Runs them until the time is over or all calls are made; each makes one at least.</summary>
    /// <param name="context">The clause's.</param>
    /// <param name="callers">How many at once.</param>
    /// <param name="time">How long.</param>
    /// <param name="calls">How many calls in all, at most.</param>
    /// <param name="call">One call, by the caller's number and the call's own, both from 0.</param>
    /// <returns>How long each call took.</returns>
    /// <exception cref="ClauseViolationException">A call failed; what kind of error, and after how many.</exception>
    internal static async Task<LatencyHistogram> RunAsync(
        ClauseContext context, int callers, TimeSpan time, long calls, Func<int, int, ValueTask> call)
    {
        var all = new LatencyHistogram();
        var start = 0L; // when the first caller begins: on a busy machine, threads take their time
        var next = -1L;
        var hasFailed = false;
        await context.RunCallersAsync(callers, async caller =>
        {
            var own = new LatencyHistogram();
            Interlocked.CompareExchange(ref start, Stopwatch.GetTimestamp(), 0);
            do
            {
                var number = Interlocked.Increment(ref next);
                if (number >= calls) break;
                context.CancellationToken.ThrowIfCancellationRequested();
                var began = Stopwatch.GetTimestamp();
                try
                {
                    await call(caller, (int)number).ConfigureAwait(false);
                }
                catch (Exception e) when (e is not ClauseViolationException and not OperationCanceledException)
                {
                    Volatile.Write(ref hasFailed, true);
                    throw new ClauseViolationException(
                        $"UNDER LOAD: call {number} of {callers} callers failed with {Thrown.Name(e)}");
                }
                own.Add(Stopwatch.GetElapsedTime(began));
            }
            while (!Volatile.Read(ref hasFailed) && Stopwatch.GetElapsedTime(start) < time);
            lock (all) all.Add(own);
        }).ConfigureAwait(false);
        return all;
    }

    /// <summary>Puts throughput and latency into the clause's result.</summary>
    internal static void Measure(
        this LatencyHistogram calls, ClauseContext context, string what, TimeSpan elapsed)
    {
        context.Measure($"{what}, throughput", Math.Round(calls.Count / elapsed.TotalSeconds), "calls/s");
        context.Measure($"{what}, p50", calls.Quantile(0.5).TotalMilliseconds, "ms");
        context.Measure($"{what}, p99", calls.Quantile(0.99).TotalMilliseconds, "ms");
    }
}
