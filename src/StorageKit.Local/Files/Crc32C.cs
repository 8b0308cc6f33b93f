using System.Buffers.Binary;
using System.Numerics;

namespace StorageKit.Local;

/// <summary>CRC-32C (Castagnoli): finds every burst of up to 32 damaged bits. It is no protection against a person, who
/// can make it anew; that is what the entries' hashes are for.</summary>
internal static class Crc32C
{
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }
}
