using System.Diagnostics;

namespace StorageKit.Conformance;

public sealed partial class ClauseContext
{
    static readonly TimeSpan s_enough = TimeSpan.FromMilliseconds(150);

    /// <summary>Races again and again, each time on fresh keys and with other random numbers, until some time is spent:
    /// what two callers do to each other once in a thousand races is seen all the same, and a driver that takes its
    /// time is not kept for minutes.</summary>
    /// <param name="most">The most rounds; one is always done.</param>
    /// <param name="round">One round, with its number from 0.</param>
    internal async ValueTask RepeatAsync(int most, Func<int, ValueTask> round)
    {
        var began = Stopwatch.GetTimestamp();
        for (var number = 0; number < most; number++)
        {
            if (number > 0 && Stopwatch.GetElapsedTime(began) > s_enough) return;
            await round(number).ConfigureAwait(false);
        }
    }

    /// <summary>Random numbers for one of several concurrent callers of a round.</summary>
    internal Random RandomFor(int caller, int round) => RandomFor(caller + (round * 10_007));
}
