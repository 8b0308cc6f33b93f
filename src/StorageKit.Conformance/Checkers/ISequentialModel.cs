using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>How a store of one key behaves when operations come one after the other. Implement it as a struct, so that
/// the search calls it directly.</summary>
/// <typeparam name="TState">The state of one key, small and equal by value: it is part of every remembered
/// step.</typeparam>
public interface ISequentialModel<TState>
    where TState : struct, IEquatable<TState>
{
    /// <summary>The state before the first operation.</summary>
    TState Initial { get; }

    /// <summary>Applies an operation.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation. When its outcome is <see cref="Outcome.Unknown"/> it has no result to
    /// compare; answer whether it can take effect. Never one that failed.</param>
    /// <param name="next">The state after it.</param>
    /// <returns>False when the operation could not have had this result in this state.</returns>
    bool TryStep(TState state, Operation operation, out TState next);

    /// <summary>The state in a failure message, for example <c>total 57</c>.</summary>
    string Describe(TState state);
}
