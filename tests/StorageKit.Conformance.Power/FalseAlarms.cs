using System.Diagnostics;
using StorageKit.Conformance.Tests.Docs;

namespace StorageKit.Conformance.Power;

/// <summary>How often a clause fails, or is not decided, on a driver that keeps it.</summary>
static class FalseAlarms
{
    const int Seeds = 100;
    static readonly Lane[] s_lanes = [Lane.Fast, Lane.Concurrent, Lane.Time];

    /// <summary>Runs the fast, concurrent and time lanes with every seed and stores what came of it.</summary>
    internal static async Task MeasureAsync(string[] drivers)
    {
        var rows = PowerTable.Drivers.ToDictionary(row => row.Driver, StringComparer.Ordinal);
        foreach (var driver in drivers)
        {
            rows[driver] = await MeasureAsync(driver);
            Console.WriteLine(rows[driver]);
            PowerTable.Write(rows.Values);
        }
    }

    static async Task<DriverAlarms> MeasureAsync(string name)
    {
        var (checks, alarms, undecided) = (0, 0, 0);
        List<double> seconds = [];
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var watch = Stopwatch.StartNew();
            var (driver, backend) = CorrectDrivers.Start(name);
            foreach (var clause in ClauseCatalog.All.Where(clause => s_lanes.Contains(clause.Info.Lane)))
            {
                var result = await ClauseRunner.RunAsync(clause, driver, seed);
                if (result.Outcome is ClauseOutcome.NotApplicable or ClauseOutcome.Untested) continue;
                checks++;
                if (result.Outcome == ClauseOutcome.Passed) continue;
                if (result.Outcome == ClauseOutcome.Failed) alarms++;
                else undecided++;
                Console.WriteLine($"{name}, seed {seed}: {result.Outcome}\n{result.Explain()}");
            }
            seconds.Add(watch.Elapsed.TotalSeconds);
            if (backend is not null) await backend.DisposeAsync();
        }
        seconds.Sort();
        return new(name, Seeds, checks, alarms, undecided, seconds[Seeds / 2], seconds[^1]);
    }
}
