namespace StorageKit.Conformance.Clauses;

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
internal sealed class SES16_OtherReleasesLoad : UnwrittenClause;
