using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers.Usage;

/// <summary>SK0010: a class with <c>[ConformanceSuite]</c> can be given its tests, and names a driver that is there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuiteMustNameADriver : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.SK0010_SuiteMustNameADriver];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("StorageKit.Conformance.ConformanceSuiteAttribute") is null) return;
            var own = new ConcurrentBag<string>();
            var suites = new ConcurrentBag<(SuiteModel Suite, Location Place)>();
            start.RegisterSymbolAction(symbol => Sort(symbol, own, suites), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var (suite, place) in suites) CheckDriver(end, suite, place, own);
            });
        });
    }

    static void Sort(
        SymbolAnalysisContext context, ConcurrentBag<string> own, ConcurrentBag<(SuiteModel Suite, Location Place)> suites)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Find("StorageDriver")?.ConstructorArguments is [{ Value: string name }]) own.Add(name);
        if (type.Find("StorageKit.Conformance", "ConformanceSuiteAttribute") is not { } attribute) return;
        var problems = new UsageProblems();
        var suite = new SuiteParser(context.Compilation, problems, context.CancellationToken).Parse(type, attribute);
        foreach (var problem in problems.Found) context.ReportDiagnostic(Descriptors.Of(problem));
        if (suite is not null) suites.Add((suite, type.Place(attribute, context.CancellationToken)));
    }

    static void CheckDriver(CompilationAnalysisContext context, SuiteModel suite, Location place, IEnumerable<string> own)
    {
        var problems = new UsageProblems();
        new SuiteParser(context.Compilation, problems, context.CancellationToken).CheckDriver(suite, own, place);
        foreach (var problem in problems.Found) context.ReportDiagnostic(Descriptors.Of(problem));
    }
}
