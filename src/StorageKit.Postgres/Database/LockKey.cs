using System.Buffers.Binary;
using System.Security.Cryptography;

namespace StorageKit.Postgres;

/// <summary>Numbers for advisory locks, made from what is locked. A collision makes two wait for each other in turn and
/// nothing else.</summary>
internal static class LockKey
{
    internal static long Of(params ReadOnlySpan<string> parts) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Utf8.Bytes("storagekit/" + string.Join('/', parts))));
}
