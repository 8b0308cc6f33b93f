namespace StorageKit.Cli.Listing;

/// <summary>How far each contract of each driver is proven: <c>docs/power/levels.tsv</c>, which the tool carries with
/// it.</summary>
internal static class ProvenLevels
{
    /// <summary>By driver and contract; empty where nothing was measured.</summary>
    internal static IReadOnlyDictionary<(string Driver, string Kind), ProvenLevel> Read()
    {
        using var stream = typeof(ProvenLevels).Assembly.GetManifestResourceStream("levels")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => (cells[0], cells[1]), cells => new ProvenLevel(
                cells[2].Replace('_', '-'), cells[3].Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }
}
