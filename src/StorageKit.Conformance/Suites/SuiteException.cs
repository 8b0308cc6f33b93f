namespace StorageKit.Conformance;

/// <summary>Something is wrong with a suite itself, not with the driver.</summary>
public sealed class SuiteException(string message, Exception? innerException = null)
    : Exception(message, innerException);
