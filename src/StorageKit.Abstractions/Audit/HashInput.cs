using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace StorageKit;

/// <summary>Feeds a SHA-256 with big-endian numbers, ids and strict UTF-8.</summary>
internal readonly struct HashInput : IDisposable
{
    // A lone surrogate has no UTF-8 form; replacing it would let two different texts share a hash.
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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

    internal static byte[] Utf8(string text)
    {
        try
        {
            return StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException("The text holds a lone surrogate, which no encoding of Unicode can keep.", nameof(text));
        }
    }

    internal Hash256 Finish()
    {
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        _hash.GetHashAndReset(bytes);
        return Hash256.FromBytes(bytes);
    }

    public void Dispose() => _hash.Dispose();
}
