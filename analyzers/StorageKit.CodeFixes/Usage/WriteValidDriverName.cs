using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;
using StorageKit.Roslyn;

namespace StorageKit.CodeFixes.Usage;

/// <summary>SK0002: <c>[StorageDriver("My Acme")]</c> becomes <c>[StorageDriver("my-acme")]</c>. A name that is taken is
/// the author's to change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class WriteValidDriverName : CodeFixProvider
{
    const string Title = "Write a valid driver name";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.DriverNameInvalid];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
            if (root?.FindNode(diagnostic.Location.SourceSpan) is AttributeSyntax
                { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string name } literal }, ..] }
                && !DriverName.IsValid(name)
                && DriverName.Sanitise(name) is { } sane)
                context.RegisterCodeFix(
                    CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, Literal(sane)))), Title),
                    diagnostic);
    }

    static LiteralExpressionSyntax Literal(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
