using System.Collections.Immutable;

namespace StorageKit.Conformance.Histories;

/// <summary>What a number of callers did to a store: immutable, in order of calls, numbered from 1.</summary>
public sealed class History
{
    /// <summary>Sorts the operations by call and numbers them.</summary>
    /// <param name="header">What is needed to run it again.</param>
    /// <param name="operations">In any order; their ids are replaced, equal calls keep the order given.</param>
    /// <param name="faults">What was wrong on purpose meanwhile, in any order; null for nothing.</param>
    public History(
        HistoryHeader header, IEnumerable<Operation> operations, IEnumerable<FaultBand>? faults = null)
    {
        Header = header;
        Faults = [.. (faults ?? []).OrderBy(fault => fault.Start)];
        Operations = [.. operations.OrderBy(o => o.Call).Select((o, i) => o.Id == i + 1 ? o : o with { Id = i + 1 })];
    }

    /// <summary>What is needed to run it again.</summary>
    public HistoryHeader Header { get; }

    /// <summary>All operations in order of calls; <c>Operations[i].Id == i + 1</c>.</summary>
    public ImmutableArray<Operation> Operations { get; }

    /// <summary>What was wrong on purpose meanwhile, in order of begin.</summary>
    public ImmutableArray<FaultBand> Faults { get; }

    /// <summary>The first call: 0 ms in messages and pictures.</summary>
    public long Origin => Operations.IsEmpty ? 0 : Operations[0].Call;

    /// <summary>The operations of each key, keys in ordinal order, operations in order of calls. Keys are independent,
    /// so a history is linearizable when each of these is.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<Operation>>> ByKey() =>
    [
        .. Operations
            .GroupBy(o => o.Key, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.ToImmutableArray())),
    ];

    /// <summary>How many operations ended so. A run where few are <see cref="Outcome.Ok"/> proves little.</summary>
    public int Count(Outcome outcome) => Operations.Count(o => o.Outcome == outcome);

    /// <summary>One history of several that were recorded on the same machine, for example by several processes.
    /// Callers are renumbered so that none is shared.</summary>
    /// <param name="header">The header of the result.</param>
    /// <param name="parts">The histories.</param>
    public static History Merge(HistoryHeader header, IEnumerable<History> parts)
    {
        var all = new List<Operation>();
        var faults = new List<FaultBand>();
        var firstFree = 0;
        foreach (var part in parts)
        {
            faults.AddRange(part.Faults);
            var shift = firstFree;
            foreach (var operation in part.Operations)
            {
                all.Add(operation with { Caller = operation.Caller + shift });
                firstFree = Math.Max(firstFree, operation.Caller + shift + 1);
            }
        }

        return new History(header, all, faults);
    }
}
