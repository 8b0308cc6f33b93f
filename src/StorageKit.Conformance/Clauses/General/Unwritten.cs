namespace StorageKit.Conformance.Clauses;

/// <summary>An outage is never reported as an answer.</summary>
[Clause(
    "GEN-03", "An unreachable backend is a transient Backend or Timeout error, never NotFound, 0, null or empty.",
    Lane = Lane.Network, Needs = Needs.BackendControl)]
internal sealed class GEN03_OutageIsNoAnswer : UnwrittenClause;

/// <summary>Under any fault only the exceptions of the contracts leave a driver.</summary>
/// <remarks>What wrong arguments throw is GEN-05's, and what a disposed driver throws GEN-14's.</remarks>
[Clause(
    "GEN-04",
    "Only StorageException, OperationCanceledException, ArgumentException and ObjectDisposedException leave a driver.",
    Lane = Lane.Network, Needs = Needs.BackendControl)]
internal sealed class GEN04_OnlyKnownErrorsLeave : UnwrittenClause;

/// <summary>A call that is cancelled while it runs ends soon and leaves no half effect.</summary>
[Clause(
    "GEN-07", "Cancelling a call that is under way ends it within its budget and leaves the state before or after it.",
    Lane = Lane.Network)]
internal sealed class GEN07_CancelledMidCallIsWhole : UnwrittenClause;

/// <summary>A failed call does not spoil its connection for the next one.</summary>
[Clause(
    "GEN-08", "After a cancelled or failed call the same instance works and never answers with another call's reply.",
    Lane = Lane.Network, Stochastic = true)]
internal sealed class GEN08_NoReplyOfAnotherCall : UnwrittenClause;

/// <summary>A backend that says nothing is given up in time.</summary>
[Clause("GEN-09", "A silent connection fails within the configured timeout and a fifth more.", Lane = Lane.Network)]
internal sealed class GEN09_SilenceTimesOut : UnwrittenClause;

/// <summary>A lost request is an error without half an effect.</summary>
[Clause("GEN-10", "A lost request is an error, and its operation is never applied in part.", Lane = Lane.Network)]
internal sealed class GEN10_LostRequestIsAnError : UnwrittenClause;

/// <summary>A lost reply does not make the driver do it again.</summary>
[Clause("GEN-11", "An operation whose reply is lost is applied at most once.", Lane = Lane.Network)]
internal sealed class GEN11_LostReplyAppliesAtMostOnce : UnwrittenClause;

/// <summary>A driver outlives a restart of its backend.</summary>
[Clause(
    "GEN-12", "After a restart of the backend the driver recovers without being opened again.",
    Lane = Lane.Network, Needs = Needs.BackendControl)]
internal sealed class GEN12_RecoversFromARestart : UnwrittenClause;

/// <summary>A slow network changes nothing.</summary>
[Clause("GEN-13", "Replies in slices of one byte and delays of 50 ms change nothing.", Lane = Lane.Network)]
internal sealed class GEN13_SlicedRepliesChangeNothing : UnwrittenClause;

/// <summary>Few threads are enough.</summary>
/// <remarks>There is one thread pool in a process, and a test host blocks threads of it itself, so that a pool of two
/// stands still with any driver. It takes a process of its own, as the crash lane has. What blocks its caller for good
/// is GEN-17's.</remarks>
[Clause("GEN-16", "256 concurrent calls finish with a thread pool of two threads.", Lane = Lane.Concurrent)]
internal sealed class GEN16_FewThreadsAreEnough : UnwrittenClause;

/// <summary>Secrets stay where they belong.</summary>
/// <remarks>The errors to search come from faults; what a wrong configuration shows is CFG-03's.</remarks>
[Clause(
    "GEN-19", "No secret, payload or password appears in ToString, exceptions, logs, activities, metrics or events.",
    Lane = Lane.Network, Needs = Needs.BackendControl)]
internal sealed class GEN19_SecretsAreNotShown : UnwrittenClause;
