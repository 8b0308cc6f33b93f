using System.Buffers.Binary;

namespace StorageKit.Conformance.Wire;

/// <summary>The protocol: a length of 4 bytes, then so many bytes, both ways, one reply for each request.</summary>
public static class WireFrame
{
    const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>A request.</summary>
    public static byte[] Request(WireOperation operation, TenantId tenant, Action<BinaryWriter>? write = null)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write((byte)operation);
        writer.Write(tenant.ToByteArray());
        write?.Invoke(writer);
        return content.ToArray();
    }

    /// <summary>Sends it in one piece.</summary>
    public static async ValueTask WriteAsync(Stream stream, byte[] content, CancellationToken cancellationToken)
    {
        var frame = new byte[content.Length + sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(frame, content.Length);
        content.CopyTo(frame, sizeof(int));
        await stream.WriteAsync(frame, cancellationToken);
    }

    /// <summary>Waits for the next one; null when the other side has ended.</summary>
    public static async ValueTask<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellationToken) < 4)
            return null;
        var count = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (count is < 0 or > MaxBytes) throw new InvalidDataException("This is no frame.");
        var content = new byte[count];
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    public static void WriteBytes(this BinaryWriter writer, byte[]? bytes)
    {
        writer.Write(bytes?.Length ?? -1);
        if (bytes is not null) writer.Write(bytes);
    }

    public static byte[]? ReadBytes(this BinaryReader reader) =>
        reader.ReadInt32() is var length && length < 0 ? null : reader.ReadBytes(length);
}
