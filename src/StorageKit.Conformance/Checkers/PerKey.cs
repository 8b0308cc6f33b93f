using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>Checks a history key by key. Sound and complete: operations on different keys do not influence each other,
/// so a history is linearizable exactly when each key's part is.</summary>
public static class PerKey
{
    /// <summary>The first key's violation, else the first inconclusive answer, else linearizable.</summary>
    /// <param name="history">The history of all keys.</param>
    /// <param name="check">The checker for one key, for example <c>operations =>
    /// CounterChecker.Check(operations)</c>.</param>
    public static Verdict Check(History history, Func<IReadOnlyList<Operation>, Verdict> check)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(check);
        Verdict? undecided = null;
        foreach (var (key, operations) in history.ByKey())
        {
            var verdict = check(operations);
            if (verdict.Status == VerdictStatus.Violation) return verdict.ForKey(key);
            if (verdict.Status == VerdictStatus.Inconclusive) undecided ??= verdict.ForKey(key);
        }

        return undecided ?? Verdict.Linearizable;
    }
}
