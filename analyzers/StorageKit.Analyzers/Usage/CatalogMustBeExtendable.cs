using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers.Usage;

/// <summary>
/// SK0009: a class with <c>[StorageDrivers]</c> can be given its generated half. SK0002: no two of the drivers that it
/// would register have one name.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatalogMustBeExtendable : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.SK0009_CatalogMustBeExtendable, Descriptors.SK0002_DriverNameMustBeValidAndUnique];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var own = new ConcurrentBag<string>();
            var catalogs = new ConcurrentBag<(CatalogClass Catalog, Location Place)>();
            start.RegisterSymbolAction(symbol => Sort(symbol, own, catalogs), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var (catalog, place) in catalogs)
                    CheckNames(end, catalog, place, own);
            });
        });
    }

    static void Sort(
        SymbolAnalysisContext context, ConcurrentBag<string> own,
        ConcurrentBag<(CatalogClass Catalog, Location Place)> catalogs)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Find("StorageDriver")?.ConstructorArguments is [{ Value: string name }])
            own.Add(name);
        if (type.Find("StorageDrivers") is not { } attribute)
            return;
        var problems = new UsageProblems();
        var catalog = new CatalogParser(context.Compilation, problems, context.CancellationToken).Parse(type, attribute);
        foreach (var problem in problems.Found)
            context.ReportDiagnostic(Descriptors.Of(problem));
        if (catalog is not null)
            catalogs.Add((catalog, type.Place(attribute, context.CancellationToken)));
    }

    static void CheckNames(CompilationAnalysisContext context, CatalogClass catalog, Location place, IEnumerable<string> own)
    {
        var project = context.Compilation.AssemblyName ?? "this project";
        var all = own.Distinct().Select(name => (Name: name, Assembly: project))
            .Concat(catalog.Referenced.Select(driver => (driver.Name, driver.Assembly)));
        foreach (var twins in all.GroupBy(driver => driver.Name).Where(same => same.Count() > 1))
        {
            var assemblies = string.Join(" and ", twins.Select(driver => $"'{driver.Assembly}'"));
            context.ReportDiagnostic(Descriptors.Of(new(
                UsageRule.DriverNameInvalid, place,
                twins.Key, $"is the name of a driver in {assemblies}",
                "Rename one driver, or do without one of the references")));
        }
    }
}
