using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.Records;

/// <summary>
/// SK3008: <c>task.Result</c>, <c>task.Wait()</c> and <c>task.GetAwaiter().GetResult()</c> become <c>await task</c>,
/// and <c>Task.WaitAll</c> becomes <c>await Task.WhenAll</c>, where the function is async already.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AwaitInsteadOfBlocking() : SyntaxFix("Await the task", DiagnosticIds.BlocksOnAsync)
{
    protected override SyntaxNode? Rewrite(FixSite site) =>
        site.Innermost is ExpressionSyntax wait && AsyncFunction.IsAround(wait) && !IsAwkward(wait, site)
        && TaskOf(wait, site) is { } task
            ? site.Replace(wait, Awaited(task, wait)) : null;

    static ExpressionSyntax? TaskOf(ExpressionSyntax wait, FixSite site) => wait switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Result", Expression: var task } => task,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax
            { Name.Identifier.Text: "Wait", Expression: var task }, Parent: ExpressionStatementSyntax } => task,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax
            { Name.Identifier.Text: "GetResult", Expression: InvocationExpressionSyntax
                { Expression: MemberAccessExpressionSyntax
                    { Name.Identifier.Text: "GetAwaiter", Expression: var task } } } } => task,
        InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax
            { Name: { Identifier.Text: "WaitAll" } name } } all
            when site.Model.GetSymbolInfo(all, site.CancellationToken).Symbol
                is IMethodSymbol { Parameters.Length: 1 } =>
            all.ReplaceNode(name, SyntaxFactory.IdentifierName("WhenAll").WithTriviaFrom(name)),
        _ => null,
    };

    /// <summary>
    /// Code that expects an AggregateException, that asks with <c>?.</c>, or that has a span, which no await may cross.
    /// </summary>
    static bool IsAwkward(ExpressionSyntax wait, FixSite site)
    {
        var member = wait.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is null
            || wait.Ancestors().Any(around => around is ConditionalAccessExpressionSyntax or QueryExpressionSyntax
                or UnsafeStatementSyntax or FixedStatementSyntax or CatchFilterClauseSyntax)
            || member.DescendantTokens().Any(token =>
                token.ValueText is "AggregateException" or "unsafe" or "stackalloc")
            || member.DescendantNodes().Any(node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax
                && site.Model.GetDeclaredSymbol(node, site.CancellationToken)
                    is ILocalSymbol { Type.IsRefLikeType: true });
    }

    static ExpressionSyntax Awaited(ExpressionSyntax task, ExpressionSyntax wait)
    {
        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia());
        return (wait.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
            or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax
                ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited).WithTriviaFrom(wait);
    }
}
