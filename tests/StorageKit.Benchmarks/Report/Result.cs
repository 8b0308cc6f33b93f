using System.Text.Json;

namespace StorageKit.Benchmarks.Report;

/// <summary>What a benchmark found, as docs/performance keeps it: the page is made of these files.</summary>
internal sealed record Result(
    string Name, string Title, string Date, string Machine, IReadOnlyDictionary<string, string> Versions,
    IReadOnlyList<Table> Tables, IReadOnlyList<Goal> Goals, IReadOnlyList<Chart> Charts)
{
    static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, NewLine = "\n" };

    public static Result? TryRead(string folder, string name)
    {
        var path = Path.Combine(folder, name + ".json");
        return File.Exists(path) ? JsonSerializer.Deserialize<Result>(File.ReadAllText(path), s_options) : null;
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Name + ".json"), JsonSerializer.Serialize(this, s_options) + "\n");
        foreach (var chart in Charts)
            File.WriteAllText(Path.Combine(folder, $"{Name}-{chart.Name}.svg"), Svg.Draw(chart));
    }
}
