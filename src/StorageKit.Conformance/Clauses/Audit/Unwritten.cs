namespace StorageKit.Conformance.Clauses;

/// <summary>What was acknowledged survives the killing of the process.</summary>
[Clause(
    "AUD-19", "Durable on acknowledge: killing the process after an acknowledge keeps every entry up to it.",
    Contract = typeof(IAuditSink), Lane = Lane.Crash, Needs = Needs.AuditReadBack | Needs.Shared)]
internal sealed class AUD19_AcknowledgedSurvivesKill : UnwrittenClause;

/// <summary>What was acknowledged survives the loss of power.</summary>
[Clause(
    "AUD-20", "Power loss: before every acknowledge the file that holds the entry was synced.",
    Contract = typeof(IAuditSink), Lane = Lane.Crash, Needs = Needs.AuditReadBack | Needs.Shared)]
internal sealed class AUD20_SyncedBeforeAcknowledge : UnwrittenClause;

/// <summary>A torn tail is cut off, and appends go on.</summary>
[Clause(
    "AUD-21", "A tail torn at any byte opens to the longest valid prefix, and appends go on.",
    Contract = typeof(IAuditSink), Lane = Lane.Crash, Needs = Needs.AuditReadBack | Needs.Shared | Needs.Tamper)]
internal sealed class AUD21_TornTailIsCut : UnwrittenClause;

/// <summary>A full or failing disk is an error, never an acknowledge.</summary>
[Clause(
    "AUD-22", "A full or failing disk makes emit fail; nothing false is acknowledged, not even after a retried sync.",
    Contract = typeof(IAuditSink), Lane = Lane.Crash, Needs = Needs.AuditReadBack | Needs.Shared)]
internal sealed class AUD22_FailingDiskIsAnError : UnwrittenClause;

/// <summary>A slow backend makes emit wait or fail; it never drops.</summary>
[Clause(
    "AUD-23", "Back-pressure: a slow backend makes emit wait or fail; nothing is dropped and memory stays bounded.",
    Contract = typeof(IAuditSink), Lane = Lane.Load, Needs = Needs.AuditReadBack)]
internal sealed class AUD23_SlowBackendDropsNothing : UnwrittenClause;
