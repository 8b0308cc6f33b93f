using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Checkers;

/// <summary>
/// Obviously correct, exponentially slow: tries every order of the acknowledged operations and of every subset of the
/// unknown ones in which nothing stands before what had ended before it began. Shares no code with the checkers or
/// their models.
/// </summary>
/// <param name="step">Whether an operation can have its result in a state, and the state after it.</param>
sealed class ExhaustiveSearch<TState>(Func<TState, Operation, (bool Possible, TState After)> step)
{
    public bool SomeOrderExists(IReadOnlyList<Operation> history, TState initial) =>
        Extend([.. history.Where(o => o.Outcome != Outcome.Failed)], initial);

    bool Extend(List<Operation> remaining, TState state)
    {
        if (remaining.TrueForAll(o => o.Outcome == Outcome.Unknown)) return true;
        for (var i = 0; i < remaining.Count; i++)
        {
            var next = remaining[i];
            if (remaining.Exists(other => other.Return < next.Call)) continue;
            if (step(state, next) is not (true, var after)) continue;
            remaining.RemoveAt(i);
            var found = Extend(remaining, after);
            remaining.Insert(i, next);
            if (found) return true;
        }

        return false;
    }
}
