using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace StorageKit;

/// <summary>Gathers big-endian numbers, ids, hashes and texts, and hashes them in one go: a hash object that is fed
/// piece by piece costs more than hashing an entry. Pass it on by reference.</summary>
/// <param name="room">Where the bytes go, as long as they fit; then into a rented array.</param>
internal ref struct HashInput(Span<byte> room)
{
    /// <summary>Room enough for most entries.</summary>
    internal const int UsualSize = 1024;

    Span<byte> _room = room;
    byte[]? _rented;
    int _length;

    internal void Byte(byte value) => Take(1)[0] = value;

    internal void UInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Take(sizeof(uint)), value);

    internal void UInt64(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Take(sizeof(ulong)), value);

    internal void Agent(AgentId id) => id.WriteTo(Take(Uuid.Size));

    internal void Session(SessionId id) => id.WriteTo(Take(Uuid.Size));

    internal void Hash(Hash256 hash) => hash.WriteTo(Take(Hash256.Size));

    internal void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <param name="text">The text.</param>
    /// <param name="length">Its length in UTF-8.</param>
    internal void Text(string text, int length) => StrictUtf8.Encode(text, Take(length));

    /// <summary>The hash of all that was put in. Nothing can be put in any more.</summary>
    internal readonly Hash256 Finish()
    {
        Span<byte> hash = stackalloc byte[Hash256.Size];
        SHA256.HashData(_room[.._length], hash);
        GiveBack();
        return Hash256.FromBytes(hash);
    }

    Span<byte> Take(int length)
    {
        if (_room.Length - _length < length) Grow(length);
        var taken = _room.Slice(_length, length);
        _length += length;
        return taken;
    }

    void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_room.Length * 2, _length + length)));
        _room[.._length].CopyTo(larger);
        GiveBack();
        _room = _rented = larger;
    }

    readonly void GiveBack()
    {
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
    }
}
