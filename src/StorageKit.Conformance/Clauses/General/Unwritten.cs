namespace StorageKit.Conformance.Clauses;

/// <summary>Use leaves nothing behind.</summary>
[Clause(
    "GEN-15", "10,000 operations and 100 openings leave handles, threads, connections and the heap at their baseline.",
    Lane = Lane.Load)]
internal sealed class GEN15_NothingLeaks : UnwrittenClause;

/// <summary>Few threads are enough.</summary>
/// <remarks>There is one thread pool in a process, and a test host blocks threads of it itself, so that a pool of two
/// stands still with any driver. It takes a process of its own, as the crash lane has. What blocks its caller for good
/// is GEN-17's.</remarks>
[Clause("GEN-16", "256 concurrent calls finish with a thread pool of two threads.", Lane = Lane.Concurrent)]
internal sealed class GEN16_FewThreadsAreEnough : UnwrittenClause;

/// <summary>Load is borne.</summary>
[Clause(
    "GEN-24", "10 s of closed-loop load from 1, 8 and 64 callers give no error and no growth; "
    + "throughput and p99 are recorded.",
    Lane = Lane.Load)]
internal sealed class GEN24_LoadIsBorne : UnwrittenClause;
