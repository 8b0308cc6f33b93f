using System.Globalization;
using System.Text;

namespace StorageKit.Redis;

/// <summary>A reply of the server. Immutable; <see cref="ToString"/> shows its form and never its content.</summary>
public readonly struct RedisReply
{
    readonly object? _content;

    RedisReply(RedisReplyKind kind, object? content, long integer = 0)
    {
        Kind = kind;
        _content = content;
        Integer = integer;
    }

    /// <summary>The reply that there is nothing.</summary>
    public static RedisReply Null => default;

    /// <summary>What it is.</summary>
    public RedisReplyKind Kind { get; }

    /// <summary>The number of an <see cref="RedisReplyKind.Integer"/>; otherwise 0.</summary>
    public long Integer { get; }

    /// <summary>The bytes of a <see cref="RedisReplyKind.Text"/> or <see cref="RedisReplyKind.Error"/>; otherwise
    /// empty.</summary>
    public ReadOnlyMemory<byte> Text => _content as byte[];

    /// <summary>The elements of an <see cref="RedisReplyKind.Array"/>; otherwise empty.</summary>
    public IReadOnlyList<RedisReply> Items => _content as RedisReply[] ?? [];

    /// <summary>A whole number.</summary>
    public static RedisReply OfInteger(long value) => new(RedisReplyKind.Integer, null, value);

    /// <summary>Bytes. The array belongs to the reply from now on.</summary>
    public static RedisReply OfText(byte[] bytes) => new(RedisReplyKind.Text, bytes);

    /// <summary>An error. The array belongs to the reply from now on.</summary>
    public static RedisReply OfError(byte[] message) => new(RedisReplyKind.Error, message);

    /// <summary>Replies in their order. The array belongs to the reply from now on.</summary>
    public static RedisReply OfItems(RedisReply[] items) => new(RedisReplyKind.Array, items);

    /// <summary>The first word of an <see cref="RedisReplyKind.Error"/> (<c>WRONGTYPE</c>, <c>NOAUTH</c>), which is all
    /// of it that is free of values; empty for anything else.</summary>
    public string ErrorCode
    {
        get
        {
            if (Kind != RedisReplyKind.Error) return "";
            var text = Text.Span;
            // Redis 7.0 says so; later ones begin with the code.
            if (text.StartsWith("ERR ACL failure"u8)) return "NOPERM";
            var end = text.IndexOfAnyExceptInRange((byte)'A', (byte)'Z');
            if (end < 0) end = text.Length;
            return end <= 32 && (end == text.Length || text[end] == ' ')
                ? Encoding.ASCII.GetString(text[..end])
                : "";
        }
    }

    /// <summary>Its form, without its content.</summary>
    public override string ToString() => Kind switch
    {
        RedisReplyKind.Text => string.Create(CultureInfo.InvariantCulture, $"Text of {Text.Length} bytes"),
        RedisReplyKind.Array => string.Create(CultureInfo.InvariantCulture, $"Array of {Items.Count} replies"),
        RedisReplyKind.Error => $"Error {ErrorCode}",
        _ => Kind.ToString(),
    };
}
