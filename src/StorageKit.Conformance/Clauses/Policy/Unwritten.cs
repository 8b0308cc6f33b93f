namespace StorageKit.Conformance.Clauses;

/// <summary>A cached policy expires at the declared time.</summary>
/// <remarks>A driver has no way yet to declare how long it caches, so there is no moment to check.</remarks>
[Clause(
    "POL-07", "A cached policy expires at the time that the driver declares, to the tick.",
    Contract = typeof(IPolicyStore), Lane = Lane.Time, Needs = Needs.PolicySeed | Needs.Clock)]
internal sealed class POL07_CachedPolicyExpires : UnwrittenClause
{
    internal override (ClauseOutcome Outcome, string Reason) Instead => (
        ClauseOutcome.Untested,
        "the kit knows no option by which a driver declares how long it caches, so there is no moment to check");
}

/// <summary>Many misses at once read the source a few times.</summary>
/// <remarks>Reads of the source cannot be counted yet: no probe tells them.</remarks>
[Clause(
    "POL-13", "A hundred concurrent misses of one agent read the source as often as declared, not a hundred times.",
    Contract = typeof(IPolicyStore), Lane = Lane.Concurrent, Needs = Needs.PolicySeed)]
internal sealed class POL13_ConcurrentMissesReadOnce : UnwrittenClause
{
    internal override (ClauseOutcome Outcome, string Reason) Instead => (
        ClauseOutcome.Untested,
        "it takes a probe that counts and holds back reads of the policies' source; the kit has none");
}
