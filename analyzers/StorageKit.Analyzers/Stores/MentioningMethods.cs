using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// Methods of a file in which one of some names stands. The text is searched first: most files have nothing to do with
/// storage, and must cost next to nothing.
/// </summary>
internal static class MentioningMethods
{
    public static IEnumerable<IMethodSymbol> In(
        SemanticModel model, ImmutableArray<string> names, CancellationToken cancellationToken)
    {
        var text = model.SyntaxTree.GetText(cancellationToken).ToString();
        if (!names.Any(name => text.IndexOf(name, StringComparison.Ordinal) >= 0))
            yield break;
        var seen = new HashSet<SyntaxNode>();
        foreach (var token in model.SyntaxTree.GetRoot(cancellationToken).DescendantTokens())
            if (token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText)
                && token.Parent?.AncestorsAndSelf().FirstOrDefault(IsMethod) is { } declaration
                && seen.Add(declaration)
                && model.GetDeclaredSymbol(declaration, cancellationToken) is IMethodSymbol method)
                yield return method;
    }

    static bool IsMethod(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax
            or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax };
}
