using System.Buffers;
using System.Text;

namespace StorageKit.Tools;

/// <summary>How many bytes a text takes in JSON, in the longest form that a writer may choose: everything but plain
/// ASCII as <c>\uXXXX</c>.</summary>
internal static class JsonCost
{
    const int Escaped = 6;

    static readonly SearchValues<char> s_plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#$%()*,-./:;=?@[]^_{|}~");

    internal static long Of(ReadOnlySpan<char> text)
    {
        long cost = 0;
        foreach (var c in text) cost += Of(c);
        return cost;
    }

    static int Of(char c) => s_plain.Contains(c) ? 1 : Escaped;

    /// <summary>How many bytes of UTF-8, whole characters only, cost at most so much; at least one character.</summary>
    internal static int Fit(ReadOnlySpan<byte> utf8, long budget)
    {
        var length = 0;
        while (length < utf8.Length)
        {
            Rune.DecodeFromUtf8(utf8[length..], out var rune, out var taken);
            budget -= rune.IsAscii ? Of((char)rune.Value) : Escaped * rune.Utf16SequenceLength;
            if (budget < 0 && length > 0) break;
            length += taken;
        }
        return length;
    }

    /// <summary>How many bytes, as Base64, cost at most so much; a multiple of three, at least three.</summary>
    internal static int FitBase64(ReadOnlySpan<byte> bytes, long budget)
    {
        var length = 0;
        while (length < bytes.Length)
        {
            var group = bytes.Slice(length, Math.Min(3, bytes.Length - length));
            budget -= Of(Convert.ToBase64String(group));
            if (budget < 0 && length > 0) break;
            length += group.Length;
        }
        return length;
    }
}
