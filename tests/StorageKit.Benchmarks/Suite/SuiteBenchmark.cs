using System.Diagnostics;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;
using StorageKit.Conformance;
using StorageKit.Memory;

namespace StorageKit.Benchmarks.Suite;

/// <summary>How long an author waits for the verdict on a driver that lives in the process.</summary>
internal sealed class SuiteBenchmark : IBenchmark
{
    public string Name => "suite";

    public string Title => "Conformance suite of the memory driver";

    public async Task MeasureAsync(Measuring.Measurement measurement)
    {
        var lanes = measurement.Effort.IsQuick ? [Lane.Fast] : new[] { Lane.Fast, Lane.Concurrent };
        var table = await measurement.CompareAsync(
            $"all clauses of {string.Join(" + ", lanes)}", Unit.Time,
            measurement.Effort with { Rounds = measurement.Effort.IsQuick ? 1 : 3, WarmUps = 0 },
            Contestant.Once("StorageKit", () => RunAsync(lanes)));
        measurement.AtMost(10, table.Ours.Cost.Median / 1e9, "the whole suite, fast and concurrent lanes: s");
    }

    static async Task<Sample> RunAsync(Lane[] lanes)
    {
        var start = Stopwatch.GetTimestamp();
        await using var harness = new DriverHarness(section: "");
        var driver = new DriverUnderTest(new Registry().AddMemory(), "memory", harness);
        var report = await Certification.RunAsync(driver, lanes);
        return report.HasNoFailure
            ? new(Stopwatch.GetElapsedTime(start).TotalNanoseconds)
            : throw new InvalidOperationException(report.ToString());
    }
}
