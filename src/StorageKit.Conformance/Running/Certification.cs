using System.Diagnostics;

namespace StorageKit.Conformance;

/// <summary>Runs the catalogue against a driver, one clause after another, without a test framework.</summary>
/// <remarks>Clauses measure time, memory and races; nothing else should work in the process meanwhile.</remarks>
/// <example><code>
/// var report = await Certification.RunAsync(driver, lanes: [Lane.Fast, Lane.Time]);
/// Console.WriteLine(report);
/// foreach (var result in report.Results.Where(result => result.Outcome == ClauseOutcome.Failed))
///     Console.WriteLine(result.Explain());
/// </code></example>
public static class Certification
{
    /// <summary>Runs every clause of the chosen lanes; the others are reported as untested.</summary>
    /// <param name="driver">The driver.</param>
    /// <param name="lanes">The lanes; null for all.</param>
    /// <param name="seed">What random choices come from; null for the environment's, or 1.</param>
    /// <param name="progress">Told of each result as it comes, from the thread that runs the clauses; or null.</param>
    /// <param name="cancellationToken">Ends the run with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FormatException">A variable of the environment is not what it should be.</exception>
    /// <exception cref="InvalidOperationException">The registry has no driver of this name.</exception>
    public static async Task<ConformanceReport> RunAsync(
        DriverUnderTest driver, IReadOnlyCollection<Lane>? lanes = null, int? seed = null,
        IProgress<ClauseResult>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(driver);
        var usedSeed = seed ?? ClauseRunner.SeedFromEnvironment();
        var started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        List<ClauseResult> results = [];
        foreach (var clause in ClauseCatalog.All)
        {
            var result = lanes is null || lanes.Contains(clause.Info.Lane)
                ? await ClauseRunner.RunAsync(clause, driver, usedSeed, cancellationToken).ConfigureAwait(false)
                : NotChosen(clause, driver, usedSeed);
            results.Add(result);
            progress?.Report(result);
        }
        return new(driver.Name, usedSeed, started, watch.Elapsed, results)
        {
            Servers = driver.Harness.Probe<IBackendDescription>() is { } backend ? [backend.Description] : [],
            Exemptions = Exemption.Of(driver.Registration),
        };
    }

    static ClauseResult NotChosen(Clause clause, DriverUnderTest driver, int seed) =>
        Applicability.Of(clause, driver) is (ClauseOutcome.NotApplicable, var reason)
            ? new(clause, ClauseOutcome.NotApplicable, reason, default, seed)
            : new(
                clause, ClauseOutcome.Untested, $"not selected: the {clause.Info.Lane} lane was not chosen", default,
                seed) { IsSelected = false };
}
