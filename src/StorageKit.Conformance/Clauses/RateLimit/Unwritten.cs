namespace StorageKit.Conformance.Clauses;

/// <summary>Keys whose window is over are reclaimed.</summary>
[Clause(
    "RLC-24", "Keys whose window is over are reclaimed.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Load, Needs = Needs.Clock | Needs.ResourceCount)]
internal sealed class RLC24_ExpiredKeysAreReclaimed : UnwrittenClause;
