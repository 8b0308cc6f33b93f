namespace StorageKit.Conformance;

/// <summary>A clause could not be decided within its budget. Not a pass.</summary>
public sealed class InconclusiveException(string reason) : Exception(reason);
