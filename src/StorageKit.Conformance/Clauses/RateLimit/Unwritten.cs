namespace StorageKit.Conformance.Clauses;

/// <summary>Acknowledged increments count, and no more than was asked for.</summary>
[Clause(
    "RLC-08", "Under faults the total is at least what was acknowledged and at most that and what is unknown.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Network, Stochastic = true)]
internal sealed class RLC08_TotalStaysWithinBounds : UnwrittenClause;

/// <summary>An increment whose reply is lost is applied at most once.</summary>
[Clause(
    "RLC-10", "An increment whose reply is lost is applied at most once.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Network)]
internal sealed class RLC10_LostReplyAppliesAtMostOnce : UnwrittenClause;

/// <summary>No key outlives its window, whatever fails between two steps of the driver.</summary>
[Clause(
    "RLC-12", "No key outlives its window, whatever fails between two steps of the driver.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Network, Needs = Needs.Clock)]
internal sealed class RLC12_NoKeyOutlivesItsWindow : UnwrittenClause;

/// <summary>A restart keeps the count, or drops it where the driver declares ProcessLocal.</summary>
[Clause(
    "RLC-26", "A restart, by closing or killing, keeps the count, or drops it where the driver declares ProcessLocal.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Crash)]
internal sealed class RLC26_RestartKeepsWhatWasDeclared : UnwrittenClause;
