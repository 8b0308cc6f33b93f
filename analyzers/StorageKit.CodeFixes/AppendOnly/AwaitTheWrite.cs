using System.Composition;
using Microsoft.CodeAnalysis;
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
internal sealed class AwaitTheWrite() : SyntaxFix("Await the write", DiagnosticIds.SuccessWithoutWrite)
{
    protected override SyntaxNode? Rewrite(FixSite site) =>
        site.Innermost is ExpressionSyntax call && StatementOf(call) is { } statement
        && AsyncFunction.IsAround(statement)
            ? site.Replace(statement.Expression, Awaited(call, statement.Expression)) : null;

    /// <summary><c>call;</c> or <c>_ = call;</c>, and nothing more.</summary>
    static ExpressionStatementSyntax? StatementOf(ExpressionSyntax call) => call.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" },
            Parent: ExpressionStatementSyntax statement } => statement,
        _ => null,
    };

    static AwaitExpressionSyntax Awaited(ExpressionSyntax call, ExpressionSyntax replaced) =>
        SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            call.WithoutTrivia()).WithTriviaFrom(replaced);
}
