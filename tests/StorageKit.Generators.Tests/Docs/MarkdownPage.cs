namespace StorageKit.Generators.Tests.Docs;

/// <summary>A page of the documentation, and what stands in it as code.</summary>
sealed class MarkdownPage
{
    readonly string _text;

    MarkdownPage(string text) => _text = text;

    /// <summary>Reads a page of this repository.</summary>
    /// <param name="path">Relative to its root.</param>
    public static MarkdownPage Read(params string[] path) =>
        new(File.ReadAllText(Path.Combine([Repository.Root, .. path])).ReplaceLineEndings("\n"));

    /// <summary>The code blocks that are marked as of this language, in order; each ends with a line break.</summary>
    public string[] Blocks(string language) =>
        [.. _text.Split($"```{language}\n").Skip(1).Select(rest => rest.Split("\n```")[0] + "\n")];

    /// <summary>Its lines.</summary>
    public IEnumerable<string> Lines => _text.Split('\n');

    /// <summary>The code in backticks that begins a row of a table.</summary>
    public IEnumerable<string> RowHeads() =>
        Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line[3..].Split('`')[0]);
}
