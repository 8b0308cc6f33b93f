namespace StorageKit.Conformance.Xunit;

/// <summary>A clause was not run, or fails as declared: the test is shown as skipped, with the reason.</summary>
public sealed class ClauseSkippedException(string reason) : Exception(reason);
