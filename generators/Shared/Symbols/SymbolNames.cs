using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>Names of symbols: in generated code, in messages, and to recognise the kit's own types.</summary>
internal static class SymbolNames
{
    static readonly SymbolDisplayFormat WithoutGlobal =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>As generated code writes it: <c>global::Acme.@class</c>.</summary>
    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>As a message writes it: with the containing types, without the namespace.</summary>
    public static string ShortName(this ISymbol symbol) =>
        symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>The namespace as a declaration writes it; empty for the global one.</summary>
    public static string NamespaceName(this ISymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(WithoutGlobal) : "";

    /// <summary>Whether the type is the one of this namespace and name; faster than comparing display strings.</summary>
    public static bool Is(this ITypeSymbol? type, string space, string name) =>
        type is not null && type.Name == name && type.ContainingType is null && IsNamed(type.ContainingNamespace, space);

    static bool IsNamed(INamespaceSymbol? current, string space)
    {
        for (var end = space.Length; end > 0;)
        {
            var start = space.LastIndexOf('.', end - 1) + 1;
            if (current is not { IsGlobalNamespace: false, Name: var name } || name.Length != end - start
                || string.CompareOrdinal(name, 0, space, start, name.Length) != 0)
                return false;
            current = current.ContainingNamespace;
            end = start - 1;
        }

        return current is { IsGlobalNamespace: true };
    }

    /// <summary>The kit's attribute on a symbol: <c>type.Find("StorageDriver")</c>.</summary>
    public static AttributeData? Find(this ISymbol symbol, string attribute) =>
        symbol.Find("StorageKit", attribute + "Attribute");

    public static AttributeData? Find(this ISymbol symbol, string space, string attributeClass)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass.Is(space, attributeClass))
                return attribute;
        return null;
    }

    public static bool Has(this ISymbol symbol, string attribute) => symbol.Find(attribute) is not null;

    /// <summary>Where the attribute stands; the type's name when it comes from elsewhere.</summary>
    public static Location Place(this ISymbol symbol, AttributeData? attribute, CancellationToken cancellationToken) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation()
        ?? symbol.Locations.FirstOrDefault()
        ?? Location.None;

    /// <summary>Whether the type was compiled elsewhere, so that nothing can be reported in it.</summary>
    public static bool IsForeign(this ITypeSymbol type, Compilation compilation) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    /// <summary>Whether the type or one around it has type parameters.</summary>
    public static bool IsOpenGeneric(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            if (current.TypeParameters.Length > 0)
                return true;
        return false;
    }
}
