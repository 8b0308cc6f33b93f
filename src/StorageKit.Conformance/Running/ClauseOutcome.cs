namespace StorageKit.Conformance;

/// <summary>What became of a clause. Only <see cref="Passed"/> counts for a driver.</summary>
public enum ClauseOutcome
{
    /// <summary>The driver keeps it.</summary>
    Passed,

    /// <summary>The driver breaks it.</summary>
    Failed,

    /// <summary>The driver has no such contract or ability.</summary>
    NotApplicable,

    /// <summary>It was not run, for want of a probe or of a check, or because nobody asked for it.</summary>
    Untested,

    /// <summary>It was run, and not decided within its budget.</summary>
    Inconclusive,

    /// <summary>The driver breaks it, as its author declares with a reason.</summary>
    Deviating,
}
