using System.Globalization;
using System.Reflection;

namespace StorageKit.Benchmarks.Analyzers;

/// <summary>
/// What the analyzers add to a compilation, beside what the analyzers of the SDK add: 1,000 classes, the SDK's own
/// compiler, the variants in turn.
/// </summary>
internal static class AnalyzerBenchmark
{
    const int Classes = 1_000;

    // The server's own code is compiled while it works, ever less of it; what is left of that is in the figures.
    const int WarmUps = 6;

    static readonly string s_compiler = Setting("Compiler");
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
    [
        ("compiler alone", []),
        ("+ StorageKit", s_ours),
        ("+ NetAnalyzers", s_theirs),
        ("+ both", [.. s_theirs, .. s_ours]),
    ];

    public static int Run(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("storagekit-benchmark-").FullName;
        try
        {
            var drivers = Project.Create(
                Path.Combine(folder, "drivers"), Classes,
                "SqliteAudit", "MemoryCounter", "FileCredentials", "SqliteSessions", "PostgresLifecycle")
                .With("Resources");
            var others = Project.Create(Path.Combine(folder, "others"), Classes, "Orders");
            Measure($"{Classes:N0} drivers", drivers, rounds);
            Measure($"{Classes:N0} classes that have nothing to do with storage", others, rounds);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Measure(string title, Project project, int rounds)
    {
        using var server = new CompilerServer(s_compiler);
        var times = s_variants.ToDictionary(variant => variant.Name, _ => new List<(TimeSpan Wall, TimeSpan Cpu)>());
        for (var round = -WarmUps; round < rounds; round++)
            foreach (var (name, analyzers) in s_variants)
            {
                var (wall, cpu) = server.Compile(
                    [.. project.Arguments, .. analyzers.Select(path => $"/analyzer:{path}"), .. Configuration]);
                if (round >= 0)
                    times[name].Add((wall, cpu));
            }

        var baseline = MedianOf(times[s_variants[0].Name]);
        Print($"{title}, median of {rounds}");
        foreach (var (name, _) in s_variants)
        {
            var (wall, cpu) = MedianOf(times[name]);
            Print($"  {name,-16} {wall.TotalMilliseconds,6:N0} ms {Percent(wall, baseline.Wall)}"
                + $"   processor {cpu.TotalMilliseconds,6:N0} ms {Percent(cpu, baseline.Cpu)}");
        }
    }

    /// <summary>The rules of the SDK that are on in a new project.</summary>
    static IEnumerable<string> Configuration =>
        [$"/analyzerconfig:{Path.Combine(s_netAnalyzers, "build/config/analysislevel_10_default.globalconfig")}"];

    static (TimeSpan Wall, TimeSpan Cpu) MedianOf(List<(TimeSpan Wall, TimeSpan Cpu)> times) =>
        (times.Select(time => time.Wall).Order().ElementAt(times.Count / 2),
            times.Select(time => time.Cpu).Order().ElementAt(times.Count / 2));

    static string Percent(TimeSpan time, TimeSpan baseline) =>
        string.Create(CultureInfo.InvariantCulture, $"{(time / baseline - 1) * 100,5:+0.0;-0.0} %");

    static void Print(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    static void Print(string text) => Console.WriteLine(text);

    static string Setting(string key) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key).Value!;
}
