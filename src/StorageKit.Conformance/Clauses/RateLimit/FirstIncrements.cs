using System.Diagnostics;
using System.Globalization;

namespace StorageKit.Conformance.Clauses;

/// <summary>Two callers that open one counter at the same moment, again and again: where a driver looks for a counter
/// and adds it when it is missing, the second of them may replace the first one's.</summary>
/// <remarks>The gap between the look and the addition is a fraction of a microsecond, so the two wait for each other
/// before every key; two, because no more of them run at once on a machine with two cores.</remarks>
internal static class FirstIncrements
{
    const int MostKeys = 20_000;
    static readonly TimeSpan s_enough = TimeSpan.FromMilliseconds(300);

    internal static async ValueTask RaceAsync(IRateLimitCounter store, ClauseContext context)
    {
        var totals = new ulong[2][];
        var arrived = 0;
        var last = MostKeys;
        var began = Stopwatch.GetTimestamp();
        await context.RunCallersAsync(2, async caller =>
        {
            var own = totals[caller] = new ulong[MostKeys];
            for (var key = 0; key < Volatile.Read(ref last); key++)
            {
                // Caller 0 decides when it is enough, one key ahead, so that the other never waits in vain.
                if (caller == 0 && Stopwatch.GetElapsedTime(began) > s_enough)
                    Volatile.Write(ref last, Math.Min(MostKeys, key + 1));
                Interlocked.Increment(ref arrived);
                var wait = default(SpinWait);
                while (Volatile.Read(ref arrived) < 2 * (key + 1))
                {
                    context.CancellationToken.ThrowIfCancellationRequested();
                    wait.SpinOnce(sleep1Threshold: -1);
                }
                own[key] = await IncrementAsync(key).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        for (var key = 0; key < last; key++)
            Expect.That(
                totals[0][key] + totals[1][key] == 3,
                $"LOST UPDATE: two callers made the first increments of the fresh key \"fresh {key}\" at once, "
                + $"by 1 each: expected the totals 1 and 2, got {totals[0][key]} and {totals[1][key]}");

        async ValueTask<ulong> IncrementAsync(int key)
        {
            try
            {
                return await store.IncrementAsync(
                    string.Create(CultureInfo.InvariantCulture, $"fresh {key}"), 1, TimeSpan.FromHours(1),
                    context.CancellationToken).ConfigureAwait(false);
            }
            catch
            {
                Volatile.Write(ref last, 0);
                Interlocked.Add(ref arrived, 2 * MostKeys); // the other caller does not wait for one that failed
                throw;
            }
        }
    }
}
