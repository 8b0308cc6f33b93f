using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StorageKit.Roslyn;

/// <summary>Reads a class with <c>[ConformanceSuite]</c>. Generator and analyzer call the same code.</summary>
internal sealed class SuiteParser(Compilation compilation, UsageProblems problems, CancellationToken cancellationToken)
{
    const UsageRule Rule = UsageRule.SuiteCannotBeGenerated;

    readonly EquatableArray<ReferencedDriver> _referenced = ReferencedDrivers.Read(compilation, cancellationToken);

    /// <summary>The suite; null when nothing can be generated for it.</summary>
    public SuiteModel? Parse(INamedTypeSymbol type, AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Value: string driver }]) return null;
        var place = type.Place(attribute, cancellationToken);
        CheckShape(type, place);
        if (problems.Any) return null;
        var referenced = _referenced.FirstOrDefault(known => known.Name == driver);
        var position = place.GetLineSpan();
        return new(driver, type.NamespaceName(), EscapedName(type))
        {
            File = position.Path,
            Line = position.StartLinePosition.Line + 1,
            Registration = referenced?.Registration,
            Contracts = referenced?.Contracts ?? [],
            Clauses = ClauseReader.Read(compilation, cancellationToken),
        };
    }

    /// <summary>Reports a driver that neither the references nor this compilation have.</summary>
    public void CheckDriver(SuiteModel suite, IEnumerable<string> ownDrivers, Location place)
    {
        var known = ownDrivers.Concat(_referenced.Select(driver => driver.Name)).ToList();
        if (known.Contains(suite.Driver)) return;
        var nearest = NearestName.Of(suite.Driver, known);
        problems.Add(
            Rule, place, suite.Driver, "is a driver of neither this project nor its references",
            nearest is not null ? $"Write '{nearest}'"
                : known.Count == 0 ? "Reference the project that has the driver"
                : $"The drivers are {string.Join(", ", known.Distinct().OrderBy(name => name, StringComparer.Ordinal))}");
    }

    void CheckShape(INamedTypeSymbol type, Location place)
    {
        var name = type.ShortName();
        if (type.ContainingType is not null)
            Problem(place, name, "is a nested suite", "Move it to the namespace");
        else if (!IsPartial(type))
            Problem(place, name, "is a suite that is not partial, so its tests cannot be written into it", "Add 'partial'");
        else if (type.IsGenericType || type.IsAbstract || type.IsStatic)
            Problem(place, name, "is a generic, abstract or static suite, so no test of it can be run", "Make it a plain class");
        else if (type.DeclaredAccessibility != Accessibility.Public)
            Problem(place, name, "is a suite that is not public, so xunit does not run its tests", "Add 'public'");
        else if (!DerivesFromSuite(type))
            Problem(place, name, "does not derive from 'ConformanceSuite'", "Add ': ConformanceSuite'");
    }

    void Problem(Location place, string suite, string fact, string remedy) => problems.Add(Rule, place, suite, fact, remedy);

    bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellationToken))
        .OfType<TypeDeclarationSyntax>()
        .Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    static bool DerivesFromSuite(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (current.Is("StorageKit.Conformance", "ConformanceSuite"))
                return true;
        return false;
    }

    static string EscapedName(INamedTypeSymbol type) =>
        SyntaxFacts.GetKeywordKind(type.Name) == SyntaxKind.None ? type.Name : "@" + type.Name;
}
