namespace StorageKit.Conformance.Clauses;

/// <summary>A metadata-only sink stores no payload.</summary>
/// <remarks>Not written because it cannot be asked: no ability says yet that a sink keeps metadata only.</remarks>
[Clause(
    "AUD-27", "Where a sink keeps metadata only, no payload is anywhere in the backend.",
    Contract = typeof(IAuditSink), Needs = Needs.RawScan)]
internal sealed class AUD27_MetadataOnlyKeepsNoPayload : UnwrittenClause;
