namespace StorageKit.Conformance.Checkers;

/// <summary>What a checker knows about a history.</summary>
public enum VerdictStatus
{
    /// <summary>Some legal order explains every answer.</summary>
    Linearizable,

    /// <summary>No legal order exists: the store broke its promise.</summary>
    Violation,

    /// <summary>Not decided: the history is outside of what the checker decides, or a budget ran out. Never a
    /// pass.</summary>
    Inconclusive,
}
