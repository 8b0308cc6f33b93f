namespace StorageKit.Conformance.Checkers;

/// <summary>
/// Finds two operations that stand in the wrong order: one ended before the other began, yet its position is later.
/// If there are none, an order exists: positions are a weak order, and a cycle of position order and real time would have to
/// stay at one position, where only real time remains, which has no cycle.
/// </summary>
static class RealTimeOrder
{
    /// <summary>O(n log n): walks over the calls with the greatest position that has ended so far.</summary>
    public static (Placed Earlier, Placed Later)? FindInversion(IReadOnlyList<Placed> operations)
    {
        var byCall = SortBy(operations, o => o.Begun.Call);
        var byReturn = SortBy(operations, o => o.Ended.Return);
        Placed? last = null;
        var ended = 0;
        foreach (var operation in byCall)
        {
            for (; ended < byReturn.Length && byReturn[ended].Ended.Return < operation.Begun.Call; ended++)
                if (last is null || byReturn[ended].Position > last.Value.Position) last = byReturn[ended];

            if (last is { } earlier && earlier.Position > operation.Position) return (earlier, operation);
        }

        return null;
    }

    static Placed[] SortBy(IReadOnlyList<Placed> operations, Func<Placed, long> key)
    {
        var items = operations.ToArray();
        Array.Sort(Array.ConvertAll(items, o => key(o)), items);
        return items;
    }
}
