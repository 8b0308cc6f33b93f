using System.Runtime.InteropServices;

namespace StorageKit.Conformance.Checkers;

/// <summary>
/// Finds two operations that stand in the wrong order: one ended before the other began, yet its position is later.
/// If there are none, an order exists: positions are a weak order, and a cycle of position order and real time would
/// have to stay at one position, where only real time remains, which has no cycle.
/// </summary>
static class RealTimeOrder
{
    /// <summary>O(n log n): walks over the calls with the greatest position that has ended so far.</summary>
    public static (Placed Earlier, Placed Later)? FindInversion(List<Placed> operations)
    {
        var placed = CollectionsMarshal.AsSpan(operations);
        var (calls, byCall) = Sort(placed, static o => o.Begun.Call);
        var (returns, byReturn) = Sort(placed, static o => o.Ended.Return);
        var last = -1;
        var ended = 0;
        for (var i = 0; i < byCall.Length; i++)
        {
            for (; ended < returns.Length && returns[ended] < calls[i]; ended++)
            {
                if (last < 0 || placed[byReturn[ended]].Position > placed[last].Position) last = byReturn[ended];
            }

            ref readonly var later = ref placed[byCall[i]];
            if (last >= 0 && placed[last].Position > later.Position) return (placed[last], later);
        }

        return null;
    }

    // Sorts times and indices instead of the operations, which are four times as large.
    static (long[] Times, int[] Indices) Sort(ReadOnlySpan<Placed> operations, Func<Placed, long> time)
    {
        var times = new long[operations.Length];
        var indices = new int[operations.Length];
        var isSorted = true;
        for (var i = 0; i < times.Length; i++)
        {
            (times[i], indices[i]) = (time(operations[i]), i);
            isSorted &= i == 0 || times[i - 1] <= times[i];
        }

        if (!isSorted) Array.Sort(times, indices);
        return (times, indices);
    }
}
