using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace StorageKit.Redis;

/// <summary>Reads replies (RESP2 and RESP3) from a stream, however it is cut into pieces. One reader at a time.
/// </summary>
/// <remarks>Memory is taken as bytes arrive, never because a length was announced.</remarks>
/// <param name="stream">Where they come from; not disposed.</param>
/// <param name="limit">Bytes of one whole reply, elements counted with <see cref="RespLimits.ItemCost"/> each.</param>
internal sealed class RespReader(Stream stream, long limit = RespLimits.Reply)
{
    const int BufferSize = 32 * 1024;

    // The form of what is passed over: news that nobody asked for, and remarks about the reply that follows.
    const byte Push = (byte)'>';
    const byte Attribute = (byte)'|';

    readonly byte[] _buffer = new byte[BufferSize];
    byte[] _line = new byte[256];
    int _start;
    int _end;
    long _budget;

    /// <summary>The next reply.</summary>
    /// <exception cref="EndOfStreamException">The connection was closed.</exception>
    /// <exception cref="InvalidDataException">It is no reply, or exceeds <see cref="RespLimits"/>. The message holds
    /// nothing of what was read.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))] // One reader: what waits is used again.
    internal async ValueTask<RedisReply> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            _budget = limit;
            var line = await LineAsync(cancellationToken).ConfigureAwait(false);
            var reply = await ReplyAsync(line, 0, cancellationToken).ConfigureAwait(false);
            if (line.Type is not (Push or Attribute)) return reply;
        }
    }

    /// <summary>The next reply, when it is a whole number that has arrived: most replies to counters.</summary>
    internal bool TryReadInteger(out RedisReply reply)
    {
        reply = default;
        var buffered = _buffer.AsSpan(_start, _end - _start);
        if (buffered is not [(byte)':', .. var rest]) return false;
        if (!Utf8Parser.TryParse(rest, out long number, out var digits)
            || rest[digits..] is not [(byte)'\r', (byte)'\n', ..])
            return false;
        reply = RedisReply.OfInteger(number);
        _start += digits + 3;
        return true;
    }

    ValueTask<RedisReply> ReplyAsync(Line line, int depth, CancellationToken cancellationToken)
    {
        Spend(RespLimits.ItemCost);
        switch (line.Type)
        {
            case (byte)'+' or (byte)',' or (byte)'(':
                return new(RedisReply.OfText(line.Text.ToArray()));
            case (byte)'-':
                return new(RedisReply.OfError(line.Text.ToArray()));
            case (byte)':':
                return new(RedisReply.OfInteger(Number(line)));
            case (byte)'_':
                return new(RedisReply.Null);
            case (byte)'#':
                return new(RedisReply.OfInteger(line.Text.Span is [(byte)'t'] ? 1 : 0));
            case (byte)'$' or (byte)'!' or (byte)'=':
                return BulkAsync(line.Type, Number(line), cancellationToken);
            case (byte)'*' or (byte)'~' or Push:
                return ItemsAsync(Number(line), depth, cancellationToken);
            case (byte)'%' or Attribute:
                return ItemsAsync(Pairs(Number(line)), depth, cancellationToken);
            default:
                throw new InvalidDataException("a reply begins with a byte that the protocol does not have");
        }
    }

    async ValueTask<RedisReply> BulkAsync(byte type, long length, CancellationToken cancellationToken)
    {
        if (length == -1) return RedisReply.Null;
        Spend(length);
        var bytes = await BytesAsync((int)length, cancellationToken).ConfigureAwait(false);
        if (await ByteAsync(cancellationToken).ConfigureAwait(false) != '\r'
            || await ByteAsync(cancellationToken).ConfigureAwait(false) != '\n')
            throw new InvalidDataException("a byte string does not end where it was said to");
        return type switch
        {
            (byte)'!' => RedisReply.OfError(bytes),
            // "txt:" or "mkd:" before the text itself.
            (byte)'=' when bytes.Length >= 4 => RedisReply.OfText(bytes[4..]),
            _ => RedisReply.OfText(bytes),
        };
    }

    async ValueTask<byte[]> BytesAsync(int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(length, BufferSize)];
        var filled = 0;
        while (filled < length)
        {
            if (_start == _end) await FillAsync(cancellationToken).ConfigureAwait(false);
            if (filled == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(length, bytes.Length * 2L));
            var piece = Math.Min(bytes.Length - filled, _end - _start);
            _buffer.AsSpan(_start, piece).CopyTo(bytes.AsSpan(filled));
            _start += piece;
            filled += piece;
        }
        return bytes;
    }

    async ValueTask<RedisReply> ItemsAsync(long count, int depth, CancellationToken cancellationToken)
    {
        if (count == -1) return RedisReply.Null;
        if (depth == RespLimits.Depth) throw new InvalidDataException("replies lie too deep in replies");
        if (count < 0 || count > limit / RespLimits.ItemCost)
            throw new InvalidDataException("a reply has a number of elements that no reply of ours has");
        List<RedisReply> items = new((int)Math.Min(count, 1024));
        while (items.Count < count)
        {
            var line = await LineAsync(cancellationToken).ConfigureAwait(false);
            items.Add(await ReplyAsync(line, depth + 1, cancellationToken).ConfigureAwait(false));
        }
        return RedisReply.OfItems([.. items]);
    }

    // The text is only good until the next line is read.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))] // One reader: what waits is used again.
    async ValueTask<Line> LineAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (_start == _end) await FillAsync(cancellationToken).ConfigureAwait(false);
            var found = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var piece = found < 0 ? _end - _start : found + 1;
            if (length + piece > RespLimits.Line) throw new InvalidDataException("a line of a reply has no end");
            if (length + piece > _line.Length) Array.Resize(ref _line, Math.Max(length + piece, _line.Length * 2));
            _buffer.AsSpan(_start, piece).CopyTo(_line.AsSpan(length));
            _start += piece;
            length += piece;
            if (found >= 0) break;
        }
        if (length < 3 || _line[length - 2] != '\r')
            throw new InvalidDataException("a line of a reply does not end as the protocol has it");
        return new(_line[0], _line.AsMemory(1, length - 3));
    }

    async ValueTask<byte> ByteAsync(CancellationToken cancellationToken)
    {
        if (_start == _end) await FillAsync(cancellationToken).ConfigureAwait(false);
        return _buffer[_start++];
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))] // One reader: what waits is used again.
    async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = 0;
        _end = await stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        if (_end == 0) throw new EndOfStreamException();
    }

    void Spend(long bytes)
    {
        if (bytes < 0 || bytes > _budget) throw new InvalidDataException("a reply is larger than any that is accepted");
        _budget -= bytes;
    }

    static long Number(Line line) =>
        Utf8Parser.TryParse(line.Text.Span, out long number, out var used) && used == line.Text.Length
            ? number
            : throw new InvalidDataException("a reply has no number where it must have one");

    static long Pairs(long count) => count is >= 0 and <= RespLimits.Reply ? count * 2 : count;

    readonly record struct Line(byte Type, ReadOnlyMemory<byte> Text);
}
