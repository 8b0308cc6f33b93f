using System.Globalization;

namespace StorageKit.Conformance.Clauses;

/// <summary>Contents that a driver may spoil that takes bytes for text, for a C string or for a small value.</summary>
internal static class AnyBytes
{
    static readonly int[] s_lengths = [1, 15, 16, 17, 255, 256, 4096, 65_535, 65_536, 1_048_576];

    /// <summary>Named contents, no two alike.</summary>
    internal static IEnumerable<(string Name, byte[] Bytes)> Samples(Random random)
    {
        yield return ("all 256 values", [.. Enumerable.Range(0, 256).Select(i => (byte)i)]);
        yield return ("not UTF-8", [0xC3, 0x28, 0xA0, 0xA1, 0xED, 0xA0, 0x80, 0xFF, 0xFE, 0xF8]);
        yield return ("zeros", new byte[5]);
        yield return ("a zero before and after", [0, 7, 0]);
        yield return ("line ends and blanks", [.. "\r\n \t\r"u8]);
        yield return ("a byte order mark", [0xEF, 0xBB, 0xBF, .. "text"u8]);
        foreach (var length in s_lengths)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            yield return (length.ToString(CultureInfo.InvariantCulture) + " random bytes", bytes);
        }
    }

    /// <summary>Bytes from the clause's seed.</summary>
    internal static byte[] RandomBytes(this ClauseContext context, int length)
    {
        var bytes = new byte[length];
        context.Random.NextBytes(bytes);
        return bytes;
    }
}
