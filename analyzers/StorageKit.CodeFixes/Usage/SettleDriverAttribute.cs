using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.Usage;

/// <summary>SK0001: removes <c>[StorageDriver]</c> from what is no store, and says <c>[NotADriver]</c> of a store that
/// is in no driver.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class SettleDriverAttribute() : SyntaxFix(Remove, DiagnosticIds.ContractAndAttributeDisagree)
{
    const string Remove = "Remove [StorageDriver]";
    const string Add = "Say [NotADriver]";

    protected override SyntaxNode? Rewrite(FixSite site) => site.Node switch
    {
        AttributeSyntax attribute => WithoutAttribute(site.Root, attribute),
        TypeDeclarationSyntax type => site.Replace(type, WithNotADriver(type)),
        _ => null,
    };

    protected override string TitleOf(FixSite site) => site.Node is TypeDeclarationSyntax ? Add : Remove;

    /// <summary>Removes the brackets as well when nothing else is in them; a comment before them stays.</summary>
    static SyntaxNode? WithoutAttribute(SyntaxNode root, AttributeSyntax attribute)
    {
        if (attribute.Parent is not AttributeListSyntax { Attributes.Count: 1 } list)
            return root.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia);
        var next = list.GetLastToken().GetNextToken();
        return root.ReplaceSyntax(
            [], (node, _) => node,
            [next], (token, _) => token.WithLeadingTrivia(list.GetLeadingTrivia()),
            [], (trivia, _) => trivia) is { } moved
            ? moved.RemoveNode(moved.FindNode(list.Span), SyntaxRemoveOptions.KeepNoTrivia)
            : null;
    }

    static TypeDeclarationSyntax WithNotADriver(TypeDeclarationSyntax type)
    {
        var attribute = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(
            SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::StorageKit.NotADriver")
                .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation))));
        return (TypeDeclarationSyntax)type.WithoutLeadingTrivia()
            .AddAttributeLists(attribute.WithTrailingTrivia(SyntaxFactory.Space))
            .WithLeadingTrivia(type.GetLeadingTrivia());
    }
}
