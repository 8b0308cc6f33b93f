using System.Globalization;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;
using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;
using StorageKit.Etcd;

namespace StorageKit.Benchmarks.Checkers;

/// <summary>How long it takes to judge a history, beside reading it once.</summary>
internal sealed class CheckerBenchmark : IBenchmark
{
    static readonly (string Name, Func<int, List<Operation>> Make, Func<List<Operation>, Verdict> Check, double Goal)[]
        s_checkers =
        [
            ("counter", SampleHistory.OfCounter, history => CounterChecker.Check(history), 0.2),
            ("register", SampleHistory.OfRegister, history => RegisterChecker.Check(history), 0.25),
            ("log", SampleHistory.OfLog, LogChecker.Check, 0.6),
        ];

    public string Name => "checkers";

    public string Title => "Checkers";

    public async Task MeasureAsync(Measurement measurement)
    {
        List<Series> times = [], memory = [];
        foreach (var (name, make, check, goal) in s_checkers)
        {
            List<Point> time = [], bytes = [];
            foreach (var size in measurement.Effort.Sizes(10_000, 100_000, 1_000_000))
            {
                var table = await MeasureAsync(measurement, name, make(size), check);
                time.Add(new(size, table.Ours.Cost.Median / 1e6));
                bytes.Add(new(size, table.Ours.Bytes!.Value));
                if (size == 1_000_000)
                    measurement.AtMost(goal, table.Ours.Cost.Median / 1e9, $"{name}, 1,000,000 operations: s");
            }
            times.Add(new(name, time));
            memory.Add(new(name, bytes));
        }
        measurement.Plot(new("growth", "Time to judge, by the operations", "operations", "ms", true, times));
        measurement.Plot(new("memory", "Memory to judge, by the operations", "operations", "bytes", true, memory));
        await MeasureSearchAsync(measurement);
    }

    static async Task<Table> MeasureAsync(
        Measurement measurement, string name, List<Operation> history, Func<List<Operation>, Verdict> check)
    {
        var table = await measurement.CompareAsync(
            string.Create(CultureInfo.InvariantCulture, $"{name}: {history.Count:N0} operations"), Unit.Time,
            Contestant.Of("StorageKit", () =>
            {
                if (check(history) != Verdict.Linearizable)
                    throw new InvalidOperationException("This history is linearizable.");
            }),
            Contestant.Of("reading it once (limit)", () =>
            {
                long sum = 0;
                foreach (var operation in history)
                    sum += operation.Return - operation.Call + (long)operation.Kind;
                GC.KeepAlive(sum);
            }));
        return table;
    }

    /// <summary>The search that knows any model, on histories and verdicts of somebody else.</summary>
    static async Task MeasureSearchAsync(Measurement measurement)
    {
        var histories = EtcdHistory.ReadAll();
        var agree = 0;
        var table = await measurement.CompareAsync(
            $"search: {histories.Count} histories of etcd", Unit.Time,
            Contestant.Of("StorageKit", () => agree = histories.Count(Agrees)));
        measurement.AtMost(60, table.Ours.Cost.Median / 1e6, "102 histories of etcd: ms in all");
        measurement.AtLeast(histories.Count, agree, "histories of etcd with the published verdict");
    }

    static bool Agrees(EtcdHistory history) =>
        LinearizabilitySearch.Check<EtcdModel, OperationValue>(default, history.Operations).Status
            == (history.IsLinearizable ? VerdictStatus.Linearizable : VerdictStatus.Violation);
}
