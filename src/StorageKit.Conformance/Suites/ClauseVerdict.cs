namespace StorageKit.Conformance;

/// <summary>Turns a clause's outcome into what a test framework understands: return, skip or fail.</summary>
internal static class ClauseVerdict
{
    internal static void Throw(ClauseResult result)
    {
        switch (result.Outcome)
        {
            case ClauseOutcome.NotApplicable:
                throw new ClauseSkippedException($"not applicable: {result.Reason}");
            case ClauseOutcome.Untested:
                throw new ClauseSkippedException($"untested: {result.Reason}");
            case ClauseOutcome.Deviating:
                throw new ClauseSkippedException($"deviates: {result.Deviation} ({result.Reason})");
            case ClauseOutcome.Passed when result.Deviation is not null:
                throw new ClauseFailedException(
                    $"{result.Clause.Id} is declared as a deviation (\"{result.Deviation}\"), "
                    + "but the driver keeps it. "
                    + "Remove the [Deviates].");
            case ClauseOutcome.Passed:
                return;
            default:
                throw new ClauseFailedException(result.Explain());
        }
    }
}
