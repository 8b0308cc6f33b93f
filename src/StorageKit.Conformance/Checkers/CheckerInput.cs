using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>What every checker asks of its input.</summary>
static class CheckerInput
{
    /// <exception cref="ArgumentException">More than one key, or times that contradict an outcome.</exception>
    public static void Require(IReadOnlyList<Operation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        foreach (var operation in operations)
        {
            RequireKey(operation, operations[0]);
            var neverReturned = operation.Return == Operation.Never;
            if (operation.Return >= operation.Call && neverReturned == (operation.Outcome == Outcome.Unknown)) continue;
            throw new ArgumentException(
                $"{operation} has the outcome {operation.Outcome}: exactly an unknown one never returns, and a " +
                "return is never before the call.");
        }
    }

    static void RequireKey(Operation operation, Operation first)
    {
        if (string.Equals(operation.Key, first.Key, StringComparison.Ordinal)) return;
        throw new ArgumentException(
            $"A checker takes the operations of one key, here are '{first.Key}' and '{operation.Key}'; " +
            $"use {nameof(PerKey)}.{nameof(PerKey.Check)} for a whole history.");
    }
}
