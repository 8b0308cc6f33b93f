namespace StorageKit.Conformance;

/// <summary>A private backend is not installed, did not start, or does not answer. The message says which, what its log
/// says, and what to do.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">What showed it, or null.</param>
public sealed class BackendException(string message, Exception? inner = null) : Exception(message, inner);
