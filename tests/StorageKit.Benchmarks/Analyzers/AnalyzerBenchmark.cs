using System.Reflection;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;

namespace StorageKit.Benchmarks.Analyzers;

/// <summary>
/// What the analyzers add to a compilation, beside what the analyzers of the SDK add: 1,000 classes, the SDK's own
/// compiler, processor time, the variants in turn.
/// </summary>
internal sealed class AnalyzerBenchmark : IBenchmark
{
    const string Ours = "compiler + StorageKit", Alone = "compiler alone", Theirs = "compiler + NetAnalyzers",
        Both = "compiler + both";

    static readonly string s_netAnalyzers = Setting("NetAnalyzers");

    static readonly string[] s_ours = [Path.Combine(AppContext.BaseDirectory, "StorageKit.Analyzers.dll")];

    static readonly string[] s_theirs =
    [
        Path.Combine(s_netAnalyzers, "Microsoft.CodeAnalysis.NetAnalyzers.dll"),
        Path.Combine(s_netAnalyzers, "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"),
    ];

    // A project of the SDK has its analyzers on, and all analyzers share one binding of the method bodies: what ours add
    // to a build is the difference between the last and the third.
    static readonly (string Name, string[] Analyzers)[] s_variants =
        [(Ours, s_ours), (Alone, []), (Theirs, s_theirs), (Both, [.. s_theirs, .. s_ours])];

    public string Name => "analyzers";

    public string Title => "Analyzers: what they add to a build";

    public async Task MeasureAsync(Measurement measurement)
    {
        var folder = Directory.CreateTempSubdirectory("storagekit-benchmark-").FullName;
        try
        {
            List<Point> growth = [];
            foreach (var classes in measurement.Effort.Sizes(10, 100, 1_000))
            {
                var table = await MeasureAsync(measurement, $"{classes} drivers", Project.Create(
                    Path.Combine(folder, $"drivers{classes}"), classes,
                    "SqliteAudit", "MemoryCounter", "FileCredentials", "SqliteSessions", "PostgresLifecycle")
                    .With("Resources"));
                growth.Add(new(classes, (table[Ours].Cost.Median - table[Alone].Cost.Median) / 1e6));
                if (classes < 1_000)
                    continue;
                measurement.AtMost(10, Added(table, Ours, Alone), "1,000 drivers: % added to the compiler");
                measurement.AtMost(10, Added(table, Both, Theirs), "1,000 drivers: % added to a build of the SDK");
                measurement.AtMost(
                    1.0 / 3, Added(table, Ours, Alone) / Added(table, Theirs, Alone),
                    "1,000 drivers: what is added, by what NetAnalyzers add");
                var others = await MeasureAsync(
                    measurement, "1,000 ordinary classes",
                    Project.Create(Path.Combine(folder, "others"), classes, "Orders"));
                measurement.AtMost(1, Added(others, Ours, Alone), "1,000 ordinary classes: % added to the compiler");
            }
            if (growth.All(point => point.Y > 0))
                measurement.Plot(new(
                    "growth", "What the analyzers add, by the number of drivers", "drivers", "ms", true,
                    [new("StorageKit", growth)]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<Table> MeasureAsync(Measurement measurement, string caption, Project project)
    {
        using var server = new CompilerServer(Setting("Compiler"));
        // The server's own code is compiled while it works, ever less of it; what is left of that is in the figures.
        var effort = measurement.Effort.IsQuick
            ? measurement.Effort with { WarmUps = 0 }
            : measurement.Effort with { Rounds = 3, WarmUps = 4 };
        return await measurement.CompareAsync(
            caption, Unit.Time, effort,
            s_variants.Select(variant => Contestant.Once(variant.Name, () => Task.FromResult(new Sample(
                server.Compile(
                [
                    .. project.Arguments, .. variant.Analyzers.Select(path => $"/analyzer:{path}"), .. Configuration,
                ]).Processor.TotalNanoseconds)))));
    }

    static double Added(Table table, string with, string without) =>
        (table[with].Cost.Median / table[without].Cost.Median - 1) * 100;

    /// <summary>The rules of the SDK that are on in a new project.</summary>
    static IEnumerable<string> Configuration =>
        [$"/analyzerconfig:{Path.Combine(s_netAnalyzers, "build/config/analysislevel_10_default.globalconfig")}"];

    static string Setting(string key) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key).Value!;
}
