namespace StorageKit.Cli.Terminal;

/// <summary>Columns as wide as their widest cell, two blanks between them; no colour, so that it is the same in a pipe.
/// </summary>
internal static class TextTable
{
    internal static void Write(TextWriter output, IReadOnlyList<string> header, IEnumerable<string[]> rows)
    {
        var all = rows.Prepend([.. header]).ToList();
        var widths = Enumerable.Range(0, header.Count).Select(i => all.Max(row => row[i].Length)).ToArray();
        foreach (var row in all)
            output.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }
}
