namespace StorageKit.Conformance;

/// <summary>A clause was not run, or fails as declared: a test framework shows the test as skipped, with the reason.
/// </summary>
public sealed class ClauseSkippedException(string reason) : Exception(reason);
