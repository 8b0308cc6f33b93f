namespace StorageKit.Conformance;

/// <summary>A clause failed; the message explains it: clause, sentence, anomaly, operations,
/// how to run it again.</summary>
public sealed class ClauseFailedException(string explanation) : Exception(explanation);
