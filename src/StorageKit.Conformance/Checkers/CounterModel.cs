using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>
/// A counter with resets; adding saturates at 2^64-1. The state is the total. Use the amounts 2^0, 2^1, … (at most 50 a
/// key): each total then is the set of increments since the last reset, and a witness names the one that is missing.
/// </summary>
public readonly struct CounterModel : ISequentialModel<ulong>
{
    /// <inheritdoc/>
    public ulong Initial => 0;

    /// <inheritdoc/>
    public bool TryStep(ulong state, Operation operation, out ulong next)
    {
        var amount = operation.Argument.Number ?? 0;
        switch (operation.Kind)
        {
            case OperationKind.Increment:
                next = state > ulong.MaxValue - amount ? ulong.MaxValue : state + amount;
                return operation.Outcome == Outcome.Unknown || operation.Result.Number == next;
            case OperationKind.Read:
                next = state;
                return operation.Outcome == Outcome.Unknown || operation.Result.Number == next;
            case OperationKind.Reset:
                next = 0;
                return true;
            default:
                throw new ArgumentException($"{operation} is not a counter's operation.", nameof(operation));
        }
    }

    /// <inheritdoc/>
    public string Describe(ulong state) => $"total {state}";
}
