using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>A register with deletes, for values that repeat. The state is the value; none is absent.</summary>
/// <param name="initial">The value before the first operation.</param>
public readonly struct RegisterModel(OperationValue initial = default) : ISequentialModel<OperationValue>
{
    /// <inheritdoc/>
    public OperationValue Initial => initial;

    /// <inheritdoc/>
    public bool TryStep(OperationValue state, Operation operation, out OperationValue next)
    {
        next = operation.Kind switch
        {
            OperationKind.Write => operation.Argument,
            OperationKind.Delete => OperationValue.None,
            OperationKind.Read => state,
            _ => throw new ArgumentException($"{operation} is not a register's operation.", nameof(operation)),
        };
        var isSeen = operation.Kind == OperationKind.Read && operation.Outcome == Outcome.Ok;
        return !isSeen || operation.Result == state;
    }

    /// <inheritdoc/>
    public string Describe(OperationValue state) => state.IsNone ? "absent" : $"value {state}";
}
