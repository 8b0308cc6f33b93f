namespace StorageKit.Conformance;

/// <summary>The words of the page for the values of enumerations.</summary>
internal static class Label
{
    internal static string Of(ClauseOutcome outcome) => outcome switch
    {
        ClauseOutcome.NotApplicable => "not applicable",
        ClauseOutcome.Deviating => "deviates",
        _ => Class(outcome),
    };

    internal static string Of(Level level) => level == Level.FaultTolerant ? "Fault-tolerant" : level.ToString();

    internal static string Of(Lane lane) => lane.ToString().ToLowerInvariant();

    /// <summary>The CSS class.</summary>
    internal static string Class(ClauseOutcome outcome) => outcome.ToString().ToLowerInvariant();

    /// <summary>Whether the outcome is bad news that the page explains.</summary>
    internal static bool IsBad(ClauseOutcome outcome) =>
        outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive or ClauseOutcome.Deviating;
}
