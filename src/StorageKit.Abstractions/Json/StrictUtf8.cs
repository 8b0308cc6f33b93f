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

    /// <summary>As <see cref="Encode"/>, without keeping the bytes.</summary>
    internal static void Require(string text, string name)
    {
        try
        {
            Encoding.GetByteCount(text);
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
