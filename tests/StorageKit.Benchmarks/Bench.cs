using StorageKit.Benchmarks.Analyzers;
using StorageKit.Benchmarks.AuditVerification;
using StorageKit.Benchmarks.Checkers;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Memory;
using StorageKit.Benchmarks.Opening;
using StorageKit.Benchmarks.Postgres;
using StorageKit.Benchmarks.Redis;
using StorageKit.Benchmarks.Report;
using StorageKit.Benchmarks.Sqlite;
using StorageKit.Benchmarks.Suite;
using StorageKit.Benchmarks.Toml;
using StorageKit.Benchmarks.Tools;

namespace StorageKit.Benchmarks;

/// <summary>The command line: which benchmarks to run, and what becomes of their results.</summary>
internal static class Bench
{
    /// <summary>In the order of the page.</summary>
    static readonly IBenchmark[] s_benchmarks =
    [
        new AnalyzerBenchmark(),
        new TomlBenchmark(),
        new OpeningBenchmark(),
        new MemoryCounterBenchmark(),
        new SqliteAuditBenchmark(),
        new PostgresAuditBenchmark(),
        new PostgresCounterBenchmark(),
        new RedisBenchmark(),
        new CheckerBenchmark(),
        new VerificationBenchmark(),
        new ToolCallBenchmark(),
        new SuiteBenchmark(),
    ];

    static readonly string s_usage = $"""
        Usage: bench.sh [--quick] [--page] [NAME]...
        Measures what the kit costs beside its peers, and writes docs/performance.md.

          NAME      measure these alone: {string.Join(", ", s_benchmarks.Select(benchmark => benchmark.Name))}
          --quick   run each benchmark once, write nothing, and check the goals of allocation
          --page    write the page anew from the results and notes that are there
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var names = args.Where(arg => !arg.StartsWith('-')).ToList();
        var unknown = names.Except(s_benchmarks.Select(benchmark => benchmark.Name))
            .Concat(args.Where(arg => arg.StartsWith('-')).Except(["--quick", "--page"])).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine(args.Contains("--help") ? s_usage : $"Unknown: {string.Join(", ", unknown)}\n{s_usage}");
            return args.Contains("--help") ? 0 : 2;
        }
        var selected = s_benchmarks.Where(one => names.Count == 0 || names.Contains(one.Name)).ToList();
        if (args.Contains("--quick"))
            return await CheckAsync(selected);
        if (!args.Contains("--page"))
            foreach (var benchmark in selected)
                (await MeasureAsync(benchmark, Effort.Full)).Write(Folder);
        File.WriteAllText(Folder + ".md", PageOfResults());
        return 0;
    }

    /// <summary>The smoke test.</summary>
    static async Task<int> CheckAsync(List<IBenchmark> selected)
    {
        var failed = 0;
        foreach (var benchmark in selected)
            foreach (var goal in (await MeasureAsync(benchmark, Effort.Quick)).Goals.Where(goal => goal.Quick))
            {
                failed += goal.IsMet ? 0 : 1;
                Console.WriteLine(FormattableString.Invariant(
                    $"{(goal.IsMet ? "ok" : "FAILED")}: {benchmark.Name}: {goal.What}: {goal.Measured:0.##} of {goal.Limit}"));
            }
        if (PageOfResults() != File.ReadAllText(Folder + ".md"))
        {
            failed++;
            Console.WriteLine("FAILED: docs/performance.md is not what its results say; run tests/bench.sh --page");
        }
        return failed == 0 ? 0 : 1;
    }

    static async Task<Result> MeasureAsync(IBenchmark benchmark, Effort effort)
    {
        var start = TimeProvider.System.GetTimestamp();
        var measurement = new Measurement(benchmark, effort, text => Console.WriteLine(FormattableString.Invariant(
            $"[{TimeProvider.System.GetElapsedTime(start).TotalSeconds,5:0.0} s] {benchmark.Name}: {text}")));
        await benchmark.MeasureAsync(measurement);
        measurement.Progress("done");
        return measurement.Result;
    }

    static string PageOfResults() => Page.Write(
    [
        .. from benchmark in s_benchmarks
           let result = Result.TryRead(Folder, benchmark.Name)
           where result is not null
           select (result, Note(benchmark)),
    ]);

    /// <summary>What stands in <c>Notes.md</c> beside the benchmark.</summary>
    static string? Note(IBenchmark benchmark)
    {
        using var stream = typeof(Bench).Assembly.GetManifestResourceStream(
            $"{benchmark.GetType().Namespace!.Split('.')[^1]}/Notes.md");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    static string Folder { get; } = Path.Combine(Root(), "docs", "performance");

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StorageKit.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("not in the repository");
        return folder;
    }
}
