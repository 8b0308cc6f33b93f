using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StorageKit.Roslyn;

/// <summary>
/// The compiler writes a <c>ToString</c> for records that prints every property, secrets too. A partial record gets a
/// generated <c>PrintMembers</c> that does not; of any other one the author is told (SK0008).
/// </summary>
internal static class SecretRecord
{
    /// <summary>Whether the record's own <c>ToString</c> would show a secret.</summary>
    public static bool Leaks(INamedTypeSymbol type) =>
        type.IsRecord
        && type.GetMembers().OfType<IPropertySymbol>().Any(IsSecret)
        && !type.GetMembers("PrintMembers").Any(IsWritten)
        && !type.GetMembers("ToString").Any(IsWritten);

    /// <summary>The generated half; null when none is needed or none can be written.</summary>
    public static RedactionModel? Redaction(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!Leaks(type) || type.ContainingType is not null
            || type.BaseType is not { SpecialType: SpecialType.System_Object })
            return null;
        if (!type.DeclaringSyntaxReferences.Any(part => IsPartial(part.GetSyntax(cancellationToken))))
            return null;
        var members = type.GetMembers().OfType<IPropertySymbol>()
            .Where(
                property => property is { DeclaredAccessibility: Accessibility.Public,
                    IsStatic: false, IsIndexer: false, GetMethod: not null })
            .Select(property => new RedactedMember(property.Name, IsSecret(property)))
            .OrderBy(member => member.Name, StringComparer.Ordinal);
        return new(type.Name, type.IsSealed ? "private" : "protected virtual", members.ToEquatableArray())
        {
            IsForDebuggers = !HasDebugger(type, "DebuggerDisplayAttribute")
                && !HasDebugger(type, "DebuggerTypeProxyAttribute"),
        };
    }

    static bool HasDebugger(INamedTypeSymbol type, string attribute) =>
        type.Find("System.Diagnostics", attribute) is not null;

    static bool IsSecret(IPropertySymbol property) => property.Has("Secret");

    static bool IsWritten(ISymbol member) => !member.IsImplicitlyDeclared;

    static bool IsPartial(SyntaxNode declaration) =>
        declaration is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword);
}
