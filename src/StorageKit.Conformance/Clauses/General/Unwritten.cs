namespace StorageKit.Conformance.Clauses;

/// <summary>Use leaves nothing behind.</summary>
[Clause(
    "GEN-15", "10,000 operations and 100 openings leave handles, threads, connections and the heap at their baseline.",
    Lane = Lane.Load)]
internal sealed class GEN15_NothingLeaks : UnwrittenClause;

/// <summary>Load is borne.</summary>
[Clause(
    "GEN-24", "10 s of closed-loop load from 1, 8 and 64 callers give no error and no growth; "
    + "throughput and p99 are recorded.",
    Lane = Lane.Load)]
internal sealed class GEN24_LoadIsBorne : UnwrittenClause;
