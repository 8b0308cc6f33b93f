using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>
/// Decides in O(n log n) whether a register's history is linearizable. Exact when all written values are distinct.
/// </summary>
/// <remarks>
/// Gibbons and Korach: the operations of one value span a zone (see <see cref="RegisterZone"/>). The history is
/// linearizable when no read ends before its write begins, no two forward zones overlap, and no backward zone lies
/// within a forward one. A delete writes "absent", so it needs a start that is not absent, and there can be one; use
/// <see cref="LinearizabilitySearch"/> with a <see cref="RegisterModel"/> for more.
/// </remarks>
public static class RegisterChecker
{
    /// <summary>Checks the operations of one key: <see cref="OperationKind.Write"/>, <see cref="OperationKind.Delete"/>
    /// and <see cref="OperationKind.Read"/>.</summary>
    /// <param name="operations">In any order.</param>
    /// <param name="initial">The value before the first operation; <see cref="OperationValue.None"/> when
    /// absent.</param>
    /// <exception cref="ArgumentException">More than one key.</exception>
    public static Verdict Check(IReadOnlyList<Operation> operations, OperationValue initial = default)
    {
        CheckerInput.Require(operations);
        var zones = new Dictionary<OperationValue, RegisterZone> { [initial] = new(initial, write: null) };
        foreach (var write in operations.Where(IsEffective))
        {
            if (write.Kind is OperationKind.Read) continue;
            if (write.Kind is not (OperationKind.Write or OperationKind.Delete))
                return Verdict.Inconclusive($"{write} is not a register's operation.");
            if (!zones.TryAdd(write.Argument, new RegisterZone(write.Argument, write)))
            {
                return Verdict.Inconclusive(
                    $"{write} writes a value that was there before. Write distinct values (delete writes 'absent'), " +
                    $"or use {nameof(LinearizabilitySearch)}.");
            }
        }

        foreach (var read in operations.Where(o => o.Kind is OperationKind.Read && o.Outcome == Outcome.Ok))
        {
            if (!zones.TryGetValue(read.Result, out var zone)) return Garbage(read);
            if (zone.Write is { } write && read.Precedes(write)) return ReadBeforeWrite(read, write);
            zone.AddRead(read);
        }

        return RegisterZones.FindConflict(zones.Values) ?? Verdict.Linearizable;
    }

    static bool IsEffective(Operation operation) => operation.Outcome != Outcome.Failed;

    static Verdict Garbage(Operation read) =>
        Verdict.Violation(Anomaly.GarbageRead, name => $"{name(read)} shows a value that nobody wrote", read);

    static Verdict ReadBeforeWrite(Operation read, Operation write) => Verdict.Violation(
        Anomaly.ReadBeforeWrite,
        name => $"{name(read)} had ended before {name(write)} began, the only write of that value",
        read, write);
}
