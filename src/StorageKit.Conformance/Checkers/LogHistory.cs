using System.Runtime.InteropServices;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>A log's operations by what they tell. Refused emits and unknown reads are left out.</summary>
sealed class LogHistory
{
    public LogHistory(IReadOnlyList<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation.Kind == OperationKind.ReadLog && operation.Outcome == Outcome.Ok) Reads.Add(operation);
            else if (operation.Kind == OperationKind.Emit && operation.Outcome != Outcome.Failed) AddEmit(operation);
            else if (operation.Kind == OperationKind.Emit) Refused.Add(operation);
        }

        Final = Reads.MaxBy(o => o.Call);
        Longest = Reads.MaxBy(o => Entries(o).Count);
    }

    /// <summary>The emits that may have stored something, by entry id.</summary>
    public Dictionary<OperationValue, LogEmit> Emits { get; } = [];

    public List<Operation> Refused { get; } = [];

    public List<Operation> Reads { get; } = [];

    /// <summary>The read that began last; null when there is none.</summary>
    public Operation? Final { get; }

    /// <summary>The read with the most entries; null when there is none.</summary>
    public Operation? Longest { get; }

    public static IReadOnlyList<OperationValue> Entries(Operation read) =>
        read.Result.Items ?? throw new ArgumentException($"{read} has no list of entries: record it as the result.");

    void AddEmit(Operation emit)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(Emits, emit.Argument, out var exists);
        known = exists ? known.And(emit) : new LogEmit(emit, emit);
    }
}
