using System.Globalization;
using StorageKit.Conformance.Tests.Docs;
using StorageKit.Conformance.Tests.Mutants;

namespace StorageKit.Conformance.Power;

/// <summary>How often a sampled clause notices its mutant.</summary>
static class DetectionRates
{
    const int Seeds = 20;

    /// <summary>Runs each mutant's clause with every seed and stores what came of it.</summary>
    /// <param name="names">Mutants by id; or <c>all</c>; or <c>missing</c>: those without a row.</param>
    internal static async Task MeasureAsync(string[] names)
    {
        var rows = PowerTable.Mutants.ToDictionary(row => row.Mutant, StringComparer.Ordinal);
        foreach (var mutant in PowerTable.Measured.Where(mutant => IsAsked(mutant.Info.Id)))
        {
            var row = await MeasureAsync(mutant);
            Console.WriteLine(row);
            rows[row.Mutant] = row;
            PowerTable.Write(rows.Values);
        }

        bool IsAsked(string id) => names is ["all"] || names.Contains(id, StringComparer.Ordinal)
            || (names is ["missing"] && !rows.ContainsKey(id));
    }

    static async Task<MutantPower> MeasureAsync(Mutant mutant)
    {
        var clause = ClauseCatalog.Get(mutant.Info.Kills);
        List<double> times = [];
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var driver = MutantDriver.Create(mutant);
            await using var harness = driver.Harness;
            var result = await ClauseRunner.RunAsync(clause, driver, seed);
            if (result.Outcome == ClauseOutcome.Failed
                && result.Reason.Contains(mutant.Info.Says, StringComparison.Ordinal))
                times.Add(result.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        var median = times.Count == 0 ? "" : times[times.Count / 2].ToString("0", CultureInfo.InvariantCulture);
        return new(mutant.Info.Id, clause.Id, Seeds, times.Count, median);
    }
}
