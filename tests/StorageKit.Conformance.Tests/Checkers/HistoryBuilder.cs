using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Checkers;

/// <summary>Writes histories by hand; times are in microseconds, each operation has a caller of its own.</summary>
sealed class HistoryBuilder
{
    static readonly long Microsecond = System.Diagnostics.Stopwatch.Frequency / 1_000_000;

    public List<Operation> Operations { get; } = [];

    public Operation Increment(ulong amount, ulong total, long call, long end) =>
        Add(OperationKind.Increment, amount, total, call, end);

    public Operation Read(OperationValue result, long call, long end) =>
        Add(OperationKind.Read, OperationValue.None, result, call, end);

    public Operation Write(OperationValue value, long call, long end) =>
        Add(OperationKind.Write, value, OperationValue.None, call, end);

    public Operation Emit(OperationValue id, long call, long end) =>
        Add(OperationKind.Emit, id, OperationValue.None, call, end);

    public Operation ReadLog(ulong[] entries, long call, long end) => Add(
        OperationKind.ReadLog, OperationValue.None, OperationValue.Of(entries.Select(OperationValue.Of)), call, end);

    public Operation Unknown(OperationKind kind, OperationValue argument, long call) =>
        Add(kind, argument, OperationValue.None, call, Operation.Never, Outcome.Unknown);

    public Operation Failed(OperationKind kind, OperationValue argument, long call, long end) =>
        Add(kind, argument, OperationValue.None, call, end, Outcome.Failed);

    public Operation Add(
        OperationKind kind, OperationValue argument, OperationValue result, long call, long end,
        Outcome outcome = Outcome.Ok)
    {
        var operation = new Operation
        {
            Id = Operations.Count + 1,
            Caller = Operations.Count + 1,
            Kind = kind,
            Key = "k",
            Argument = argument,
            Result = result,
            Call = call * Microsecond,
            Return = end == Operation.Never ? end : end * Microsecond,
            Outcome = outcome,
        };
        Operations.Add(operation);
        return operation;
    }
}
