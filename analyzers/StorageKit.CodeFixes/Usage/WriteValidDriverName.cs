using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;
using StorageKit.Roslyn;

namespace StorageKit.CodeFixes.Usage;

/// <summary>SK0002: <c>[StorageDriver("My Acme")]</c> becomes <c>[StorageDriver("my-acme")]</c>. A name that is taken
/// is the author's to change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class WriteValidDriverName()
    : SyntaxFix("Write a valid driver name", DiagnosticIds.DriverNameInvalid)
{
    protected override SyntaxNode? Rewrite(FixSite site) =>
        site.Node is AttributeSyntax
            { ArgumentList.Arguments: [
                { Expression: LiteralExpressionSyntax { Token.Value: string name } literal }, ..] }
        && !DriverName.IsValid(name)
        && DriverName.Sanitise(name) is { } sane
            ? site.Replace(literal, Literal(sane)) : null;

    static LiteralExpressionSyntax Literal(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
