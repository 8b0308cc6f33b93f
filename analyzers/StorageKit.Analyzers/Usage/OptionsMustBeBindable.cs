using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers.Usage;

/// <summary>
/// SK0007: every option of a class with <c>[StorageOptions]</c> can be read from TOML. SK0008: its <c>ToString</c>
/// shows no secret.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionsMustBeBindable : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.SK0007_OptionsMustBeBindable, Descriptors.SK0008_RecordMustNotPrintSecret];

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
        if (!type.Has("StorageOptions"))
            return;
        var problems = new UsageProblems();
        var options = new OptionsParser(context.Compilation, problems, context.CancellationToken).Parse(type);
        foreach (var problem in problems.Found)
            context.ReportDiagnostic(Descriptors.Of(problem));
        if (options is { Redaction: null } && SecretRecord.Leaks(type))
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.SK0008_RecordMustNotPrintSecret, type.Locations[0], type.ShortName()));
    }
}
