using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>What a project with the suites' package has beside its own code: the clauses, and the drivers of its
/// project references that can be tested without a line of code.</summary>
/// <param name="Clauses">Of the referenced kit.</param>
/// <param name="Drivers">In the order of their names.</param>
internal sealed record AutomaticSuites(EquatableArray<ClauseModel> Clauses, EquatableArray<ReferencedDriver> Drivers)
{
    /// <summary>Whether the project wants any.</summary>
    public bool IsWanted => Clauses.Any();

    /// <summary>Reads the references.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="assemblies">The names of the assemblies whose drivers are the author's own, separated by
    /// bars; empty when the project wants no such suite.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static AutomaticSuites Read(
        Compilation compilation, string assemblies, CancellationToken cancellationToken)
    {
        if (assemblies.Length == 0) return new([], []);
        var names = assemblies.Split('|');
        var mine = ReferencedDrivers.Read(compilation, cancellationToken)
            .Where(driver => names.Contains(driver.Assembly) && driver.NeedsNothing);
        return new(ClauseReader.Read(compilation, cancellationToken), mine.ToEquatableArray());
    }

    /// <summary>The suites of the drivers that have none by hand.</summary>
    /// <param name="own">Drivers of the project itself that need nothing.</param>
    /// <param name="byHand">The drivers of classes with <c>[ConformanceSuite]</c>.</param>
    public IEnumerable<SuiteModel> Suites(IEnumerable<ReferencedDriver> own, IReadOnlyCollection<string> byHand)
    {
        if (!IsWanted) return [];
        return own.Concat(Drivers)
            .GroupBy(driver => driver.Name)
            .Where(named => !byHand.Contains(named.Key))
            .Select(named => SuiteOf(named.First()));
    }

    SuiteModel SuiteOf(ReferencedDriver driver)
    {
        const string prefix = "global::", suffix = "Driver";
        var full = driver.Registration.Substring(prefix.Length);
        var dot = full.LastIndexOf('.');
        var name = full.Substring(dot + 1, full.Length - dot - 1 - suffix.Length) + "Conformance";
        return new(driver.Name, dot < 0 ? "" : full.Substring(0, dot), name)
        {
            IsAutomatic = true,
            Registration = driver.Registration,
            Contracts = driver.Contracts,
            Clauses = Clauses,
        };
    }
}
