using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers.Usage;

/// <summary>
/// SK0001: in a project that has drivers, a public class that implements a contract is a store of one or says that it
/// is not. A class that wraps another store is plainly a decorator and need not say so.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StoreMustBeDeclared : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.SK0001_ContractAndAttributeMustAgree];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var undeclared = new ConcurrentBag<INamedTypeSymbol>();
            var declared = new ConcurrentBag<string>();
            start.RegisterSymbolAction(
                symbol => Sort((INamedTypeSymbol)symbol.Symbol, undeclared, declared), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                if (declared.IsEmpty)
                    return;
                foreach (var type in undeclared)
                    end.ReportDiagnostic(Descriptors.Of(Problem(type), DiagnosticSeverity.Warning));
            });
        });
    }

    static UsageProblem Problem(INamedTypeSymbol type) => new(
        UsageRule.ContractAndAttributeDisagree, type.Locations[0], type.ShortName(),
        "implements a storage contract, but is no store of a driver, so nothing registers or certifies it",
        "Add [StorageDriver], or say [NotADriver]");

    static void Sort(INamedTypeSymbol type, ConcurrentBag<INamedTypeSymbol> undeclared, ConcurrentBag<string> declared)
    {
        if (type.Has("StorageDriver"))
            declared.Add(type.Name);
        else if (type.TypeKind == TypeKind.Class && IsPublic(type) && StoreParser.WhyNotInstantiable(type) is null
            && !type.Has("NotADriver") && StoreParser.ContractsOf(type).Count > 0 && !Wraps(type))
            undeclared.Add(type);
    }

    static bool IsPublic(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            if (current.DeclaredAccessibility != Accessibility.Public)
                return false;
        return true;
    }

    static bool Wraps(INamedTypeSymbol type) => type.InstanceConstructors
        .SelectMany(constructor => constructor.Parameters)
        .Any(parameter => parameter.Type.Has("StorageContract"));
}
