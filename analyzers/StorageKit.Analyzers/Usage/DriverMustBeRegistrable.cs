using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers.Usage;

/// <summary>
/// SK0001, SK0002, SK0003: a class with <c>[StorageDriver]</c> implements a contract, has a good name of its own, and
/// can be constructed. Runs the parser of the registry generator, which emits nothing for a driver reported here.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DriverMustBeRegistrable : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.SK0001_ContractAndAttributeMustAgree,
        Descriptors.SK0002_DriverNameMustBeValidAndUnique,
        Descriptors.SK0003_RegistryMustConstructDriver,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var stores = new ConcurrentBag<(StoreModel Model, Location Place)>();
            start.RegisterSymbolAction(symbol => Check(symbol, stores), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => CheckTogether(end, [.. stores]));
        });
    }

    static void Check(SymbolAnalysisContext context, ConcurrentBag<(StoreModel Model, Location Place)> stores)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Find("StorageDriver") is not { } attribute)
            return;
        var problems = new UsageProblems();
        var store = new StoreParser(context.Compilation, problems, context.CancellationToken).Parse(type, attribute);
        foreach (var problem in problems.Found)
            context.ReportDiagnostic(Descriptors.Of(problem));
        if (store is not null)
            stores.Add((store, type.Place(attribute, context.CancellationToken)));
    }

    /// <summary>What only all stores together can tell.</summary>
    static void CheckTogether(CompilationAnalysisContext context, List<(StoreModel Model, Location Place)> stores)
    {
        var problems = new List<DriverProblem>();
        DriverGrouping.Group(stores.Select(store => store.Model), problems);
        foreach (var problem in problems)
        {
            var place = stores.Find(store => store.Model.FullName == problem.Store).Place;
            context.ReportDiagnostic(Descriptors.Of(new(problem.Rule, place, problem.Subject, problem.Fact, problem.Remedy)));
        }
    }
}
