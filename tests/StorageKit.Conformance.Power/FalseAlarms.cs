using System.Diagnostics;
using StorageKit.Conformance.Tests.Docs;

namespace StorageKit.Conformance.Power;

/// <summary>How often a clause fails, or is not decided, on a driver that keeps it.</summary>
static class FalseAlarms
{
    const int Seeds = 100;
    static readonly Lane[] s_lanes = [Lane.Fast, Lane.Concurrent, Lane.Time];

    /// <summary>Runs the fast, concurrent and time lanes with every seed, and stores what came of it after each.
    /// </summary>
    internal static async Task MeasureAsync(string[] drivers)
    {
        foreach (var driver in drivers)
        {
            var row = new DriverAlarms(driver, 0, 0, 0, 0, 0, 0);
            List<double> seconds = [];
            for (var seed = 1; seed <= Seeds; seed++)
            {
                var watch = Stopwatch.StartNew();
                row = await RunAsync(row, seed);
                seconds.Add(watch.Elapsed.TotalSeconds);
                row = row with { MedianSeconds = seconds.Order().ElementAt((seed - 1) / 2), MostSeconds = seconds.Max() };
                PowerTable.Write(PowerTable.Drivers.ToArray().Where(other => other.Driver != driver).Append(row));
            }
            Console.WriteLine(row);
        }
    }

    static async Task<DriverAlarms> RunAsync(DriverAlarms row, int seed)
    {
        var (driver, backend) = CorrectDrivers.Start(row.Driver);
        foreach (var clause in ClauseCatalog.All.Where(clause => s_lanes.Contains(clause.Info.Lane)))
        {
            var result = await ClauseRunner.RunAsync(clause, driver, seed);
            if (result.Outcome is ClauseOutcome.NotApplicable or ClauseOutcome.Untested) continue;
            row = row with { Checks = row.Checks + 1 };
            if (result.Outcome == ClauseOutcome.Passed) continue;
            if (result.Outcome == ClauseOutcome.Failed) row = row with { Alarms = row.Alarms + 1 };
            else row = row with { Undecided = row.Undecided + 1 };
            Console.WriteLine($"{row.Driver}, seed {seed}: {result.Outcome}\n{result.Explain()}");
        }
        if (backend is not null) await backend.DisposeAsync();
        return row with { Seeds = seed };
    }
}
