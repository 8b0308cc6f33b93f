namespace StorageKit.Conformance.Clauses;

/// <summary>Where sessions expire, no failure between two steps leaves one that does not.</summary>
[Clause(
    "SES-09", "A save and its time to live are one step: no failure leaves a record that never expires.",
    Contract = typeof(ISessionStore), Lane = Lane.Network, Needs = Needs.Clock)]
internal sealed class SES09_SaveAndExpiryAreOneStep : UnwrittenClause;

/// <summary>Acknowledged saves survive a restart and a killed process.</summary>
[Clause(
    "SES-14", "Acknowledged saves survive a restart and a killed process.",
    Contract = typeof(ISessionStore), Lane = Lane.Crash, Needs = Needs.Shared)]
internal sealed class SES14_SavesSurviveAKill : UnwrittenClause;

/// <summary>A process killed while it saves leaves the old record or the new one.</summary>
[Clause(
    "SES-15", "A process killed while it saves leaves the old record or the new one.",
    Contract = typeof(ISessionStore), Lane = Lane.Crash, Needs = Needs.Shared)]
internal sealed class SES15_KilledSaveLeavesOldOrNew : UnwrittenClause;

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
