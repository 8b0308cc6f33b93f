using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers.Usage;

/// <summary>
/// SK0003: a class with <c>[StorageResource]</c> can be constructed and does not need itself. Reported at the resource,
/// once, however many stores ask for it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResourceMustBeConstructible : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.SK0003_RegistryMustConstructDriver];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Has("StorageResource"))
            return;
        var problems = new UsageProblems();
        new PartsParser(context.Compilation, problems, context.CancellationToken).ParseResource(type);
        foreach (var problem in problems.Found)
            context.ReportDiagnostic(Descriptors.Of(problem));
    }
}
