using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>
/// Decides whether a history of one key is linearizable for any sequential model: the search of Wing and Gong with
/// Lowe's memory, at a fixed size per step. Exact unless a limit is reached; the cost is exponential in the number of
/// overlapping and unknown operations, so split a history by key first (<see cref="PerKey"/>) and keep keys short (64
/// operations).
/// </summary>
public static class LinearizabilitySearch
{
    /// <summary>Checks the operations of one key.</summary>
    /// <typeparam name="TModel">The model, a struct.</typeparam>
    /// <typeparam name="TState">The model's state.</typeparam>
    /// <param name="model">How the key behaves.</param>
    /// <param name="operations">In any order.</param>
    /// <param name="budget">Where to give up; null for <see cref="SearchBudget.Default"/>.</param>
    /// <exception cref="ArgumentException">More than one key, or an operation that the model does not know.</exception>
    public static Verdict Check<TModel, TState>(
        TModel model, IReadOnlyList<Operation> operations, SearchBudget? budget = null)
        where TModel : struct, ISequentialModel<TState>
        where TState : struct, IEquatable<TState>
    {
        CheckerInput.Require(operations);
        return new Search<TModel, TState>(model, operations, budget ?? SearchBudget.Default).Run();
    }
}
