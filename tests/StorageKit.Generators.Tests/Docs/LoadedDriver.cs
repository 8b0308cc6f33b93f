using Microsoft.CodeAnalysis;
using StorageKit.Conformance;

namespace StorageKit.Generators.Tests.Docs;

/// <summary>The driver that a page shows: compiled with the generators, loaded, and run against clauses.</summary>
static class LoadedDriver
{
    /// <summary>A registry that has it.</summary>
    /// <param name="source">The driver's source, without a line that the page does not show.</param>
    /// <param name="driver">The full name of the class that the generator writes: <c>AcmeDriver</c>.</param>
    /// <param name="references">What it needs besides the kit.</param>
    public static Registry Register(string source, string driver, params MetadataReference[] references)
    {
        var assembly = Kit.Load(Kit.Build("PageDriver" + Guid.NewGuid().ToString("N"), source, references));
        var registry = new Registry();
        assembly.GetType(driver, throwOnError: true)!.GetMethod("Register")!.Invoke(null, [registry]);
        return registry;
    }

    /// <summary>Runs the lanes that need no process of the driver's own, and returns what went wrong.</summary>
    public static async Task<(ConformanceReport Report, IEnumerable<string> Failures)> CertifyAsync(
        DriverUnderTest driver, params Lane[] lanes)
    {
        var report = await Certification.RunAsync(driver, lanes.Length > 0 ? lanes : null, seed: 1);
        return (report, report.Results
            .Where(result => result.Outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive)
            .Select(result => result.Explain()));
    }

    /// <summary>What the kit prints when the driver breaks a clause.</summary>
    public static async Task<string> ExplainAsync(DriverUnderTest driver, string clause)
    {
        var result = await ClauseRunner.RunAsync(ClauseCatalog.Get(clause), driver, seed: 1);
        Assert.Equal(ClauseOutcome.Failed, result.Outcome);
        return result.Explain();
    }
}
