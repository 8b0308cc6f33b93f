using System.Text;

namespace StorageKit;

/// <summary>UTF-8 that refuses a lone surrogate: it has no UTF-8 form, and replacing it would let two different texts
/// share a hash or a stored form.</summary>
internal static class StrictUtf8
{
    static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The text holds a lone surrogate; the message says in which part, and where.
    /// </exception>
    internal static byte[] Encode(string text, string name)
    {
        try
        {
            return Encoding.GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw LoneSurrogate(e, name);
        }
    }

    /// <summary>Writes a text whose length was measured.</summary>
    internal static void Encode(string text, Span<byte> destination) => Encoding.GetBytes(text, destination);

    /// <summary>As <see cref="Measure"/>.</summary>
    internal static void Require(string text, string name) => Measure(text, name);

    /// <summary>The length of a text in UTF-8.</summary>
    /// <exception cref="ArgumentException">As <see cref="Encode(string, string)"/>.</exception>
    internal static int Measure(string text, string name)
    {
        try
        {
            return Encoding.GetByteCount(text);
        }
        catch (EncoderFallbackException e)
        {
            throw LoneSurrogate(e, name);
        }
    }

    // Without the inner exception: its message shows the character.
    static ArgumentException LoneSurrogate(EncoderFallbackException e, string name) =>
        new($"{name} holds a lone surrogate at character {e.Index}, which no encoding of Unicode can keep.", name);
}
