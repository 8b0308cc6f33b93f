using System.Text;
using System.Text.Json;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;

namespace StorageKit.Benchmarks.Toml;

/// <summary>From the text of a configuration to typed options, beside JSON readers on the same data.</summary>
internal sealed class TomlBenchmark : IBenchmark
{
    public string Name => "toml";

    public string Title => "Configuration: TOML to typed options";

    public async Task MeasureAsync(Measurement measurement)
    {
        // 750 bytes, 10 and 180 times that.
        Table? small = null, large = null;
        List<Point> growth = [];
        foreach (var sections in measurement.Effort.Sizes(1, 10, 183, 1830))
        {
            var file = new SampleConfig(sections);
            var table = await MeasureAsync(measurement, file);
            growth.Add(new(file.Toml.Length, table.Ours.Cost.Median / 1_000));
            if (sections == 1)
                small = table;
            if (sections == 183)
                large = table;
        }
        measurement.AtMost(2.7, small!.Ours.Cost.Median / 1e3, "750 bytes: parsed and bound, µs");
        measurement.AtMost(
            1.05, small.Ours.Bytes!.Value / Retained(new(1)), "750 bytes: allocated, by the size of the result");
        if (large is null)
            return;
        measurement.AtMost(0.6, large.Ours.Cost.Median / 1e6, "137 KB: parsed and bound, ms");
        measurement.AtMost(
            1.05, large.Ours.Bytes!.Value / Retained(new(183)), "137 KB: allocated, by the size of the result");
        measurement.Plot(new(
            "growth", "Parse and bind, by the size of the file", "bytes", "µs", true, [new("StorageKit", growth)]));
    }

    static Task<Table> MeasureAsync(Measurement measurement, SampleConfig file)
    {
        var json = Encoding.UTF8.GetBytes(file.Json);
        return measurement.CompareAsync(
            FormattableString.Invariant($"{file.Toml.Length:N0} bytes of TOML, {json.Length:N0} of JSON"), Unit.Time,
            Contestant.Of("StorageKit: parse and bind", () => file.Read()),
            Contestant.Of("StorageKit: parse", () => StorageConfig.Parse(file.Toml)),
            Contestant.Of("JsonDocument: parse", () => JsonDocument.Parse(json).Dispose()),
            Contestant.Of("JsonSerializer (generated): parse and bind", () => SampleJson.Read(json)),
            Contestant.Of("Utf8JsonReader: every token (limit)", () =>
            {
                var reader = new Utf8JsonReader(json);
                while (reader.Read())
                {
                }
            }));
    }

    /// <summary>What the results hold, in bytes: kept alive, and weighed.</summary>
    static double Retained(SampleConfig file)
    {
        var results = new object[Math.Max(8, 2_000 / file.Sections)];
        for (var warm = 0; warm < 2; warm++)
            results[warm] = file.Read();
        Array.Clear(results);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < results.Length; i++)
            results[i] = file.Read();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(results);
        return (double)(after - before) / results.Length;
    }
}
