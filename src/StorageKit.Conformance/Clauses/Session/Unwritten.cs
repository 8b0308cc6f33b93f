namespace StorageKit.Conformance.Clauses;

/// <summary>Records that another release of the driver has stored load.</summary>
/// <remarks>To be checked against the files of earlier releases; there is none yet.</remarks>
[Clause(
    "SES-16", "Records that another release of the driver has stored load: unknown fields are kept or ignored.",
    Contract = typeof(ISessionStore), Needs = Needs.Shared)]
internal sealed class SES16_OtherReleasesLoad : UnwrittenClause
{
    internal override (ClauseOutcome Outcome, string Reason) Instead => (
        ClauseOutcome.Untested, "it takes a store that another release of the driver wrote; no probe gives one");
}
