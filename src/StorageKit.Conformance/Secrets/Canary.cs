using System.Globalization;
using System.Text;

namespace StorageKit.Conformance.Secrets;

/// <summary>Something that nobody may see, and every form in which it may come to light.</summary>
internal sealed class Canary
{
    // Of a random text, so many characters in a row do not turn up by chance.
    const int Piece = 10;
    const int Whole = 0;

    readonly List<(string Name, string Text, StringComparison Case)> _forms = [];

    Canary(string what, byte[] bytes, string? text, int piece)
    {
        What = what;
        Bytes = bytes;
        Add("as it is", text, piece);
        Add("URL-encoded", text is null ? null : Uri.EscapeDataString(text), piece);
        foreach (var base64 in Base64Forms.Of(bytes)) Add("in Base64", base64, piece);
        Add("in hexadecimal digits", Convert.ToHexString(bytes), 2 * piece, StringComparison.OrdinalIgnoreCase);
        Add("in hexadecimal digits", BitConverter.ToString(bytes), 3 * piece, StringComparison.OrdinalIgnoreCase);
        foreach (var separator in (string[])[",", ", ", " "])
            Add(
                "as numbers",
                string.Join(separator, bytes.Select(b => b.ToString(CultureInfo.InvariantCulture))), 4 * piece);
    }

    /// <summary>What a failure calls it: <c>the value of a secret</c>.</summary>
    internal string What { get; }

    /// <summary>What was planted.</summary>
    internal byte[] Bytes { get; }

    /// <summary>A new one of 48 letters and digits; any run of about 20 of them gives it away.</summary>
    internal static Canary Plant(string what)
    {
        var text = string.Concat(Enumerable.Range(0, 3).Select(_ => Guid.NewGuid().ToString("N")[..16]));
        return new(what, Encoding.ASCII.GetBytes(text), text, Piece);
    }

    /// <summary>One that stands in the driver's section already: only the whole of it gives it away.</summary>
    internal static Canary Of(string what, string text) =>
        new(what, Encoding.UTF8.GetBytes(text), text, Whole);

    /// <summary>The text that was planted.</summary>
    internal string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The form in which it stands in a text, or null.</summary>
    internal string? FormIn(string text)
    {
        foreach (var (name, form, comparison) in _forms)
            if (text.Contains(form, comparison))
                return name;
        return null;
    }

    void Add(string name, string? text, int piece, StringComparison comparison = StringComparison.Ordinal)
    {
        if (string.IsNullOrEmpty(text)) return;
        if (piece == Whole || text.Length <= piece)
        {
            _forms.Add((name, text, comparison));
            return;
        }
        for (var start = 0; start + piece <= text.Length; start += piece)
            _forms.Add((name, text.Substring(start, piece), comparison));
    }
}
