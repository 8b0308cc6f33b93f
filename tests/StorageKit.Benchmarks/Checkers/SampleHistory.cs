using StorageKit.Conformance.Histories;

namespace StorageKit.Benchmarks.Checkers;

/// <summary>Linearizable histories of eight callers or so, whose operations overlap.</summary>
internal static class SampleHistory
{
    // Between the moments at which two operations take effect.
    const int Step = 8;

    /// <summary>Increments by 1, and a read after every fourth.</summary>
    public static List<Operation> OfCounter(int operations)
    {
        ulong total = 0;
        return Record(operations, (i, _) => i % 5 == 4
            ? (OperationKind.Read, OperationValue.None, total)
            : (OperationKind.Increment, 1UL, ++total));
    }

    /// <summary>Writes of values that are all different, and as many reads.</summary>
    public static List<Operation> OfRegister(int operations)
    {
        OperationValue value = default;
        return Record(operations, (i, _) => i % 2 == 1
            ? (OperationKind.Read, OperationValue.None, value)
            : (OperationKind.Write, value = (ulong)i + 1, OperationValue.None));
    }

    /// <summary>Entries, and in the end the read-back of all.</summary>
    public static List<Operation> OfLog(int operations)
    {
        var ids = new OperationValue[operations - 1];
        return Record(operations, (i, isLast) => isLast
            ? (OperationKind.ReadLog, OperationValue.None, OperationValue.Of(ids))
            : (OperationKind.Emit, ids[i] = (ulong)i, OperationValue.None));
    }

    static List<Operation> Record(
        int count, Func<int, bool, (OperationKind Kind, OperationValue Argument, OperationValue Result)> perform)
    {
        var random = new Random(1);
        var operations = new List<Operation>(count);
        for (var i = 0; i < count; i++)
        {
            var isLast = i == count - 1;
            var (kind, argument, result) = perform(i, isLast);
            var moment = (long)(i + 8) * Step;
            operations.Add(new()
            {
                Id = i,
                Caller = i % 8,
                Kind = kind,
                Key = "key",
                Argument = argument,
                Result = result,
                Call = isLast ? moment + 8 * Step : moment - random.Next(4 * Step),
                Return = (isLast ? moment + 8 * Step : moment) + random.Next(4 * Step),
                Outcome = Outcome.Ok,
            });
        }
        return operations;
    }
}
