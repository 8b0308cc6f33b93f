namespace StorageKit.Redis.Tests;

/// <summary>A stream that gives its bytes in pieces of a length, however many are asked for.</summary>
internal sealed class Pieces(byte[] bytes, int length) : Stream
{
    int _read;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var piece = Math.Min(Math.Min(length, buffer.Length), bytes.Length - _read);
        bytes.AsMemory(_read, piece).CopyTo(buffer);
        _read += piece;
        return new(piece);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
