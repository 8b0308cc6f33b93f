using System.Diagnostics;

namespace StorageKit;

/// <summary>A secret that was sealed again.</summary>
/// <param name="Found">What it was sealed from.</param>
/// <param name="Stored">What is to be stored in its place.</param>
public readonly record struct ResealedSecret(
    SealedSecret Found,
    [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] byte[] Stored);
