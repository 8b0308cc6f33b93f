using System.Text;
using StorageKit.Conformance.Secrets;

namespace StorageKit.Conformance.Clauses;

/// <summary>A form in which something may be at rest.</summary>
/// <param name="Name">What messages call the form.</param>
/// <param name="Bytes">What it looks like.</param>
internal sealed record RawPattern(string Name, byte[] Bytes)
{
    /// <summary>A text in lower and upper case, in UTF-8 and UTF-16.</summary>
    internal static IEnumerable<RawPattern> OfText(string name, string text)
    {
        foreach (var written in new[] { text.ToLowerInvariant(), text.ToUpperInvariant() }.Distinct())
        {
            yield return new(name, Encoding.UTF8.GetBytes(written));
            yield return new(name, Encoding.Unicode.GetBytes(written));
        }
    }

    /// <summary>The bytes as they are, in Base64, in hexadecimal digits and, when they are ASCII, in UTF-16.</summary>
    /// <param name="secret">At least 16 bytes, of no value to anybody.</param>
    internal static IEnumerable<RawPattern> OfSecret(byte[] secret)
    {
        yield return new("as it is", secret);
        foreach (var hex in OfText("in hexadecimal digits", Convert.ToHexString(secret))) yield return hex;
        if (Ascii.IsValid(secret))
            yield return new("in UTF-16", Encoding.Unicode.GetBytes(Encoding.ASCII.GetString(secret)));
        foreach (var base64 in Base64Forms.Of(secret))
            yield return new("in Base64", Encoding.ASCII.GetBytes(base64));
    }
}
