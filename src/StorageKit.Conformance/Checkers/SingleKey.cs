using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>What every checker asks of its input.</summary>
static class SingleKey
{
    public static void Require(IReadOnlyList<Operation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        foreach (var operation in operations)
        {
            if (!string.Equals(operation.Key, operations[0].Key, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"A checker takes the operations of one key, here are '{operations[0].Key}' and '{operation.Key}'; " +
                    $"use {nameof(PerKey)}.{nameof(PerKey.Check)} for a whole history.",
                    nameof(operations));
            }
        }
    }
}
