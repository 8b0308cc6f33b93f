using System.Buffers.Binary;
using System.Security.Cryptography;

namespace StorageKit;

/// <summary>Feeds a SHA-256 with big-endian numbers, ids, hashes and bytes.</summary>
internal readonly struct HashInput : IDisposable
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public HashInput()
    {
    }

    internal void Byte(byte value) => _hash.AppendData([value]);

    internal void UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        _hash.AppendData(bytes);
    }

    internal void UInt64(ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        _hash.AppendData(bytes);
    }

    internal void Agent(AgentId id)
    {
        Span<byte> bytes = stackalloc byte[Uuid.Size];
        id.WriteTo(bytes);
        _hash.AppendData(bytes);
    }

    internal void Session(SessionId id)
    {
        Span<byte> bytes = stackalloc byte[Uuid.Size];
        id.WriteTo(bytes);
        _hash.AppendData(bytes);
    }

    internal void Hash(Hash256 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        hash.WriteTo(bytes);
        _hash.AppendData(bytes);
    }

    internal void Bytes(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    internal Hash256 Finish()
    {
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        _hash.GetHashAndReset(bytes);
        return Hash256.FromBytes(bytes);
    }

    public void Dispose() => _hash.Dispose();
}
