using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StorageKit.CodeFixes;

/// <summary>A diagnostic, and the code that it is about.</summary>
internal readonly record struct FixSite(
    SyntaxNode Root, SemanticModel Model, Diagnostic Diagnostic, CancellationToken CancellationToken)
{
    /// <summary>The outermost node of exactly the diagnostic's extent: an argument, a statement.</summary>
    public SyntaxNode Node => Root.FindNode(Diagnostic.Location.SourceSpan);

    /// <summary>The innermost one: the expression in an argument.</summary>
    public SyntaxNode Innermost => Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    public SyntaxNode Replace(SyntaxNode old, SyntaxNode replacement) => Root.ReplaceNode(old, replacement);

    /// <summary>What the text means where the old expression stands, or null where it does not compile.</summary>
    public ISymbol? Bind(ExpressionSyntax old, ExpressionSyntax replacement) =>
        Model.GetSpeculativeSymbolInfo(
            old.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Symbol;

    /// <summary>How to write the type so that it is found here: by its name alone where a using leads to it.</summary>
    public string NameInScope(int position, string space, string type) =>
        Model.LookupNamespacesAndTypes(position, name: type).IsEmpty ? $"global::{space}.{type}" : type;

    /// <summary>A name that nothing visible has.</summary>
    public string Unused(string name, int position, SyntaxNode scope)
    {
        var taken = new HashSet<string>(
            Model.LookupSymbols(position).Select(symbol => symbol.Name)
                .Concat(scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                    .Select(token => token.ValueText)),
            StringComparer.Ordinal);
        while (taken.Contains(name))
            name += "x";
        return name;
    }
}
