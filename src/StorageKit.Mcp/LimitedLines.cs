using System.Globalization;
using System.Text;
using System.Text.Json;

namespace StorageKit.Mcp;

/// <summary>A client's lines, of bounded length. A message that is longer is not kept: a short one with the same id, of
/// a method that nobody has and whose name says why, takes its place, so that the client gets an error for its request
/// and the connection lives on. Without this a value of 1 GB would be in memory three times before any limit is asked.
/// </summary>
internal sealed class LimitedLines(Stream input, int maxBytes) : Stream
{
    readonly byte[] _buffer = new byte[64 * 1024];
    readonly MessageId _id = new();
    MemoryStream _line = new();
    ReadOnlyMemory<byte> _unread;
    ReadOnlyMemory<byte> _ready;
    long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        while (_ready.IsEmpty)
        {
            if (_unread.IsEmpty)
            {
                var read = await input.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
                if (read == 0) return 0;
                _unread = _buffer.AsMemory(0, read);
            }
            Take();
        }
        var count = Math.Min(destination.Length, _ready.Length);
        _ready[..count].CopyTo(destination);
        _ready = _ready[count..];
        return count;
    }

    /// <summary>Moves what has come to the line, up to its end; whole lines become ready.</summary>
    void Take()
    {
        var end = _unread.Span.IndexOf((byte)'\n');
        var part = end < 0 ? _unread : _unread[..(end + 1)];
        _unread = _unread[part.Length..];
        _length += part.Length;
        _id.Read(part.Span);
        if (_length <= maxBytes) _line.Write(part.Span);
        else if (_line.Length > 0) _line = new(); // gives the memory back
        if (end < 0) return;
        _ready = _length <= maxBytes ? _line.ToArray() : Refusal();
        _line.SetLength(0);
        _length = 0;
        _id.Reset();
    }

    byte[] Refusal()
    {
        if (_id.Value is not { } id) return "\n"u8.ToArray();
        var why = string.Create(
            CultureInfo.InvariantCulture,
            $"(a message of {_length} bytes; this server takes {maxBytes} at most, send less)");
        return Encoding.UTF8.GetBytes(
            $"{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"{JsonEncodedText.Encode(why)}\"}}\n");
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
