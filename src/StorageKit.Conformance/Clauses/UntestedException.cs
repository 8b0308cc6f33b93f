namespace StorageKit.Conformance;

/// <summary>A part of a clause could not be tried here, which only its check could find out; what was tried held. Not a
/// pass.</summary>
internal sealed class UntestedException(string reason) : Exception(reason);
