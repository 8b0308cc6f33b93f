using System.Text;

namespace StorageKit.Shared;

/// <summary>Texts as a backend keeps them: bytes, in which U+0000 is nothing special.</summary>
internal static class Utf8
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static byte[] Bytes(string text) => Strict.GetBytes(text);

    /// <exception cref="FormatException">The bytes are no UTF-8.</exception>
    internal static string Text(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("The stored text is not UTF-8.");
        }
    }
}
