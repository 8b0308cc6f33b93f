namespace StorageKit.Conformance.Clauses;

/// <summary>Keys whose window is over are reclaimed.</summary>
[Clause(
    "RLC-24", "Keys whose window is over are reclaimed.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Load, Needs = Needs.Clock | Needs.ResourceCount)]
internal sealed class RLC24_ExpiredKeysAreReclaimed : UnwrittenClause;

/// <summary>A restart keeps the count, or drops it where the driver declares ProcessLocal.</summary>
[Clause(
    "RLC-26", "A restart, by closing or killing, keeps the count, or drops it where the driver declares ProcessLocal.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Crash)]
internal sealed class RLC26_RestartKeepsWhatWasDeclared : UnwrittenClause;
