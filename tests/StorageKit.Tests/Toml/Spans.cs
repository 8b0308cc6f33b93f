using System.Text;
using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

/// <summary>Checks that the places in a tree are places of its text.</summary>
internal static class Spans
{
    internal static string? FirstWrong(byte[] utf8, TomlDocument document) =>
        FirstWrong(Encoding.UTF8.GetString(utf8).TrimStart('\uFEFF'), document.Root);

    internal static string? FirstWrong(string text, TomlValue value) => value switch
    {
        TomlTable table => Check(text, table.Span, _ => true)
            ?? table.Select(e => Check(text, e.KeySpan, s => IsKey(s, e.Key)) ?? FirstWrong(text, e.Value))
                .FirstOrDefault(NotNull),
        TomlArray array => Check(text, array.Span, s => s[0] == '[')
            ?? array.Select(v => FirstWrong(text, v)).FirstOrDefault(NotNull),
        TomlString => Check(text, value.Span, s => s.Length > 1 && s[0] is '"' or '\'' && s[^1] == s[0]),
        TomlBoolean b => Check(text, value.Span, s => s == (b.Value ? "true" : "false")),
        _ => Check(text, value.Span, s => s.Length > 0 && char.IsAsciiLetterOrDigit(s[^1]) && s.Trim() == s),
    };

    static bool NotNull(string? problem) => problem is not null;

    static bool IsKey(string source, string key) => source[0] is '"' or '\'' ? source[^1] == source[0] : source == key;

    static string? Check(string text, TomlSpan span, Func<string, bool> isRight)
    {
        if (span.Start != PositionOf(text, span.Start.Offset) || span.End != PositionOf(text, span.End.Offset))
            return $"{span}: offset, line and column do not agree";
        return isRight(text[span.Start.Offset..span.End.Offset]) ? null : $"{span}: the span covers other text";
    }

    static TextPosition PositionOf(string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return new TextPosition(offset, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }
}
