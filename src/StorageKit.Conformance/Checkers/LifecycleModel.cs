using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>An agent that is registered (true) or not. A heartbeat is accepted exactly when it is; registering again
/// and deregistering again change nothing and succeed.</summary>
public readonly struct LifecycleModel : ISequentialModel<bool>
{
    /// <inheritdoc/>
    public bool Initial => false;

    /// <inheritdoc/>
    public bool TryStep(bool state, Operation operation, out bool next)
    {
        next = operation.Kind switch
        {
            OperationKind.Register => true,
            OperationKind.Deregister => false,
            OperationKind.Heartbeat => state,
            _ => throw new ArgumentException($"{operation} is not a lifecycle's operation.", nameof(operation)),
        };
        if (operation.Kind != OperationKind.Heartbeat || operation.Outcome == Outcome.Unknown) return true;
        return operation.Result == (state ? OperationValue.None : OperationValue.NotFound);
    }

    /// <inheritdoc/>
    public string Describe(bool state) => state ? "registered" : "not registered";
}
