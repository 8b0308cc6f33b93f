namespace StorageKit.Conformance.Clauses;

/// <summary>A secret is in no exception, log, trace or metric, whatever fails.</summary>
[Clause(
    "CRD-09", "A secret is in no exception, log, trace, metric or ToString, whatever fails.",
    Contract = typeof(ICredentialStore), Lane = Lane.Network, Needs = Needs.BackendControl)]
internal sealed class CRD09_NoSecretIsTold : UnwrittenClause;
