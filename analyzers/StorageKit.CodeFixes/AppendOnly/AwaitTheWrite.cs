using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AppendOnly;

/// <summary>
/// SK1010: <c>_ = WriteAsync(entry);</c> becomes <c>await WriteAsync(entry);</c> in an async function. Other ways to
/// return too early are for the author to settle.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AwaitTheWrite : CodeFixProvider
{
    const string Title = "Await the write";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SuccessWithoutWrite];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax call
                && StatementOf(call) is { } statement && IsInAsyncTask(statement))
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(
                            root.ReplaceNode(statement.Expression, Awaited(call, statement.Expression)))),
                        Title),
                    diagnostic);
    }

    /// <summary><c>call;</c> or <c>_ = call;</c>, and nothing more.</summary>
    static ExpressionStatementSyntax? StatementOf(ExpressionSyntax call) => call.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" },
            Parent: ExpressionStatementSyntax statement } => statement,
        _ => null,
    };

    static bool IsInAsyncTask(SyntaxNode statement)
    {
        foreach (var around in statement.Ancestors())
            switch (around)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return IsAsync(function.Modifiers) && !IsVoid(function.ReturnType);
                case MethodDeclarationSyntax method:
                    return IsAsync(method.Modifiers) && !IsVoid(method.ReturnType);
                case LockStatementSyntax or MemberDeclarationSyntax:
                    return false;
            }
        return false;
    }

    static bool IsAsync(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.AsyncKeyword);

    static bool IsVoid(TypeSyntax type) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    static AwaitExpressionSyntax Awaited(ExpressionSyntax call, ExpressionSyntax replaced) =>
        SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            call.WithoutTrivia()).WithTriviaFrom(replaced);
}
