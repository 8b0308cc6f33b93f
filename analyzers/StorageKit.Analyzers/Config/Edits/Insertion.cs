using Microsoft.CodeAnalysis.Text;
using StorageKit.Toml;

namespace StorageKit.Analyzers.Config;

/// <summary>Where new lines go in a TOML file.</summary>
internal sealed class Insertion(SourceText text)
{
    /// <summary>After the last value of a table; null where no one line can be added.</summary>
    public TextChange? Into(TomlTable table, string line) => table.Kind switch
    {
        TomlTableKind.Header => After(LastOf(table), line),
        TomlTableKind.Inline => IntoBraces(table, line),
        _ => null,
    };

    /// <summary>New lines behind everything else, after an empty one.</summary>
    public TextChange AtEnd(IEnumerable<string> lines)
    {
        var content = text.ToString().TrimEnd();
        return new(
            TextSpan.FromBounds(content.Length, text.Length),
            (content.Length == 0 ? "" : "\n\n") + string.Join("\n", lines) + "\n");
    }

    /// <summary>The table's header, or its last value before the next header.</summary>
    static int LastOf(TomlTable table)
    {
        var last = table.Span.End.Offset;
        foreach (var entry in table)
            if (entry.Value
                is not TomlTable { Kind: not TomlTableKind.Inline } and not TomlArray { IsTableArray: true })
                last = Math.Max(last, entry.Value.Span.End.Offset);
        return last;
    }

    TextChange After(int offset, string line)
    {
        var end = text.Lines.GetLineFromPosition(offset).End;
        return new(new(end, 0), "\n" + line);
    }

    static TextChange IntoBraces(TomlTable table, string line)
    {
        if (table.Count == 0)
            return new(TextSpan.FromBounds(table.Span.Start.Offset, table.Span.End.Offset), $"{{ {line} }}");
        var last = 0;
        foreach (var entry in table) last = Math.Max(last, entry.Value.Span.End.Offset);
        return new(new(last, 0), ", " + line);
    }
}
