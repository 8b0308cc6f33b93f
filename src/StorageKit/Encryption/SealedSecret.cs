using System.Diagnostics;

namespace StorageKit;

/// <summary>A secret as a backend has it.</summary>
/// <param name="Name">The name it is stored under, in UTF-8.</param>
/// <param name="Stored">Its bytes, sealed or plain; empty when they cannot be had.</param>
public readonly record struct SealedSecret(
    ReadOnlyMemory<byte> Name,
    [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] ReadOnlyMemory<byte> Stored);
