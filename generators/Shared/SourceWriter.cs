using System.Text;

namespace StorageKit.Roslyn;

/// <summary>
/// Writes generated source: keeps the indentation, splits multi-line raw strings so that each of their lines is
/// indented, and always ends a line with <c>\n</c>, so the same input gives the same bytes on every system.
/// </summary>
internal sealed class SourceWriter
{
    const int IndentSize = 4;
    readonly StringBuilder text = new();
    int indentation;

    /// <summary>The depth of the following lines, in steps of four spaces.</summary>
    public int Indentation
    {
        get => indentation;
        set => indentation = value < 0 ? throw new ArgumentOutOfRangeException(nameof(value)) : value;
    }

    /// <summary>Writes an empty line.</summary>
    public SourceWriter WriteLine()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>Writes one or more lines, each at the current depth; empty lines get no trailing blanks.</summary>
    public SourceWriter WriteLine(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            var content = line.TrimEnd('\r');
            if (content.Length > 0)
                text.Append(' ', indentation * IndentSize).Append(content);
            text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes an opening brace and deepens the following lines.</summary>
    public SourceWriter OpenBlock()
    {
        WriteLine("{");
        indentation++;
        return this;
    }

    /// <summary>Ends the block: a closing brace, followed by <paramref name="suffix"/> (a semicolon,
    /// a comma).</summary>
    public SourceWriter CloseBlock(string suffix = "")
    {
        Indentation--;
        return WriteLine("}" + suffix);
    }

    public override string ToString() => text.ToString();
}
