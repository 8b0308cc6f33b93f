using System.Text;

namespace StorageKit.Mcp;

/// <summary><c>storage://component/key</c>. Slashes of the key stay; whatever a URI cannot hold is percent-encoded, byte
/// by byte. URIs are compared and read as they stand: nothing is normalised, so <c>..</c> is a key like any other.
/// </summary>
internal static class ObjectUri
{
    const string Scheme = "storage://";

    internal static string Of(string component, string key) =>
        $"{Scheme}{component}/{string.Join('/', key.Split('/').Select(Uri.EscapeDataString))}";

    internal static string TemplateOf(string component) => $"{Scheme}{component}/{{+key}}";

    /// <summary>Null for what is no such URI.</summary>
    internal static (string Component, string Key)? Read(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var slash = uri.IndexOf('/', Scheme.Length);
        return slash > Scheme.Length && Decode(uri.AsSpan(slash + 1)) is { } key
            ? (uri[Scheme.Length..slash], key) : null;
    }

    /// <summary>Strict: each <c>%</c> begins two hexadecimal digits, and the bytes are UTF-8.</summary>
    static string? Decode(ReadOnlySpan<char> text)
    {
        List<byte> bytes = new(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (text[0] == '%')
            {
                if (text.Length < 3 || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2])) return null;
                bytes.Add((byte)((Convert.FromHexString(text[1..3]))[0]));
                text = text[3..];
                continue;
            }
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done)
                return null;
            bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
            text = text[length..];
        }
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
