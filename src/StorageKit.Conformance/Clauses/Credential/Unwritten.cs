namespace StorageKit.Conformance.Clauses;

/// <summary>A process killed while it puts a secret leaves the old one or the new one.</summary>
[Clause(
    "CRD-15", "A process killed while it puts a secret leaves the old one or the new one, "
    + "never an empty or a mixed one.",
    Contract = typeof(ICredentialStore), Lane = Lane.Crash, Needs = Needs.Shared)]
internal sealed class CRD15_KilledPutLeavesOldOrNew : UnwrittenClause;

/// <summary>Acknowledged secrets survive a killed process and a power cut.</summary>
[Clause(
    "CRD-16", "Acknowledged secrets survive a restart, a killed process and a power cut.",
    Contract = typeof(ICredentialStore), Lane = Lane.Crash, Needs = Needs.Shared)]
internal sealed class CRD16_SecretsSurviveAKill : UnwrittenClause;
