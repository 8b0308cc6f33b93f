using System.Buffers.Binary;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Bytes that are one number, over and over: a value mixed of two writes, or cut, is seen at once.</summary>
internal static class StampedBytes
{
    /// <summary>The number, written as often as fits.</summary>
    /// <param name="stamp">The number.</param>
    /// <param name="length">In bytes; a multiple of 8.</param>
    internal static byte[] Of(ulong stamp, int length)
    {
        var bytes = new byte[length];
        for (var at = 0; at < length; at += sizeof(ulong)) BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), stamp);
        return bytes;
    }

    /// <summary>The number; none for null; a text that says what is wrong, without the content.</summary>
    /// <param name="bytes">What was read.</param>
    /// <param name="length">How many bytes were written.</param>
    internal static OperationValue Read(byte[]? bytes, int length)
    {
        if (bytes is null) return OperationValue.None;
        if (bytes.Length != length) return $"{bytes.Length} bytes instead of {length}";
        var stamp = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        for (var at = sizeof(ulong); at < length; at += sizeof(ulong))
        {
            var other = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
            if (other != stamp) return $"{stamp} up to byte {at}, then {other}";
        }
        return stamp;
    }
}
