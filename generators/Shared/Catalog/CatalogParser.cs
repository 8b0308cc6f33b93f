using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StorageKit.Roslyn;

/// <summary>Reads a class with <c>[StorageDrivers]</c>; the same code for generator and analyzer.</summary>
internal sealed class CatalogParser(Compilation compilation, UsageProblems problems, CancellationToken cancellationToken)
{
    /// <summary>The catalog; null when nothing can be added to the class.</summary>
    public CatalogClass? Parse(INamedTypeSymbol type, AttributeData attribute)
    {
        if (WhyNotExtendable(type) is var (fact, remedy))
        {
            problems.Add(UsageRule.CatalogMisused, type.Place(attribute, cancellationToken), type.ShortName(), fact, remedy);
            return null;
        }

        return new(type.NamespaceName(), type.Name, ReferencedDrivers.Read(compilation, cancellationToken));
    }

    (string Fact, string Remedy)? WhyNotExtendable(INamedTypeSymbol type)
    {
        const string Shape = "Write '[StorageDrivers] internal static partial class Drivers;' directly in a namespace";
        if (type.ContainingType is not null)
            return ("is a catalog nested in another class", Shape);
        if (!type.IsStatic || type.IsOpenGeneric() || type.IsFileLocal || !IsPartial(type))
            return ("is a catalog, but not a static partial class without type parameters", Shape);
        if (type.GetMembers("CreateRegistry").Any(member => member is not IMethodSymbol { Parameters.Length: > 0 } && !IsOurs(member)))
            return ("has a 'CreateRegistry' already, which is what is generated", "Rename yours");
        return compilation.GetTypeByMetadataName("StorageKit.Registry") is null
            ? ("cannot be filled: this project does not reference StorageKit", "Reference the package 'StorageKit'")
            : null;
    }

    /// <summary>The analyzer sees what was generated, too.</summary>
    static bool IsOurs(ISymbol member) => member.DeclaringSyntaxReferences.All(reference =>
        reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.All(part =>
        part.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
        && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
