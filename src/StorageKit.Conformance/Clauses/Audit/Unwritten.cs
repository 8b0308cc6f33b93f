namespace StorageKit.Conformance.Clauses;

/// <summary>A slow backend makes emit wait or fail; it never drops.</summary>
[Clause(
    "AUD-23", "Back-pressure: a slow backend makes emit wait or fail; nothing is dropped and memory stays bounded.",
    Contract = typeof(IAuditSink), Lane = Lane.Load, Needs = Needs.AuditReadBack)]
internal sealed class AUD23_SlowBackendDropsNothing : UnwrittenClause;

/// <summary>A metadata-only sink stores no payload.</summary>
/// <remarks>Not written because it cannot be asked: no ability says yet that a sink keeps metadata only.</remarks>
[Clause(
    "AUD-27", "Where a sink keeps metadata only, no payload is anywhere in the backend.",
    Contract = typeof(IAuditSink), Needs = Needs.RawScan)]
internal sealed class AUD27_MetadataOnlyKeepsNoPayload : UnwrittenClause;
