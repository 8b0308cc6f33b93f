using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class SuiteGenerator
{
    /// <summary>Set by the targets of the suites' packages: the project itself and its direct project references. A
    /// driver from a package is somebody else's, and has been tested by them.</summary>
    const string AssembliesProperty = "build_property.StorageKitConformanceAssemblies";

    /// <summary>The suites that nobody wrote: of the author's own drivers without a backend.</summary>
    static IncrementalValuesProvider<SuiteModel> Automatic(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<SuiteModel> byHand,
        IncrementalValuesProvider<RegistryModel> own)
    {
        var assemblies = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(AssembliesProperty, out var names) ? names : "");
        // Runs with every edit, and ends here unless the references have changed.
        var wanted = context.CompilationProvider.Combine(assemblies)
            .Select(static (pair, token) => AutomaticSuites.Read(pair.Left, pair.Right, token))
            .WithTrackingName(TrackingNames.References);
        var drivers = own.Where(NeedsNothing).Select(static (driver, _) => AsReferenced(driver)).Collect();
        var names = byHand.Select(static (suite, _) => suite.Driver).Collect();
        return wanted.Combine(drivers).Combine(names)
            .SelectMany(static (all, _) => all.Left.Left.Suites(all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Automatic);
    }

    static bool NeedsNothing(RegistryModel driver) =>
        !driver.RequiresSection && driver.Stores.All(store => store.ProcessLocal);

    static ReferencedDriver AsReferenced(RegistryModel driver) =>
        new(driver.Name, driver.FullName, "") { Contracts = ContractsOf(driver) };

    static EquatableArray<string> ContractsOf(RegistryModel driver) => driver.Stores
        .SelectMany(store => store.Contracts.Select(contract => contract.FullName))
        .Distinct().OrderBy(contract => contract, StringComparer.Ordinal).ToEquatableArray();
}
