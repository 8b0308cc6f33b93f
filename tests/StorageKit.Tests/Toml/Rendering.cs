using System.Globalization;
using System.Text;
using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

/// <summary>A tree on one line, for cases that state a whole document: <c>{a=1,b=["x",{c=true}]}</c>.</summary>
internal static class Rendering
{
    internal static string Of(string text, TomlVersion version = TomlVersion.V1_1) =>
        Of(TomlDocument.Parse(text, "test.toml", version).Root);

    internal static string Of(TomlValue value) => value switch
    {
        TomlString s => Quote(s.Value),
        TomlInteger i => i.Value.ToString(CultureInfo.InvariantCulture),
        TomlFloat f => Float(f.Value),
        TomlBoolean b => b.Value ? "true" : "false",
        TomlDateTime d => Rfc3339.Of(d),
        TomlArray a => $"[{string.Join(",", a.Select(Of))}]",
        TomlTable t => $"{{{string.Join(",", t.Select(e => $"{Key(e.Key)}={Of(e.Value)}"))}}}",
        _ => throw new InvalidOperationException(value.TypeName),
    };

    static string Float(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && !text.Contains('.') && !text.Contains('E') ? text + ".0" : text;
    }

    static string Key(string key) => key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? key
        : Quote(key);

    static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c is < ' ' or (>= '\x7F' and <= '\xA0')) quoted.Append($"<{(int)c:X2}>");
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
