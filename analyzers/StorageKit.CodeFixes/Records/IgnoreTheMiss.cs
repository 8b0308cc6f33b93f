using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.Records;

/// <summary>
/// SK3001: <c>if (!map.TryRemove(key, out _)) throw …;</c> becomes <c>map.TryRemove(key, out _);</c>, and so does the
/// same with <c>== 0</c> behind it. What does more than throw is for the author to settle.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class IgnoreTheMiss() : SyntaxFix("Ignore whether it was there", DiagnosticIds.RemovalIsNotIdempotent)
{
    protected override SyntaxNode? Rewrite(FixSite site) =>
        site.Root.FindToken(site.Diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<IfStatementSyntax>()
            is { Else: null, Parent: BlockSyntax } test
        && OnlyThrows(test.Statement) && Removal(test.Condition) is { } removal && !DeclaresVariable(removal)
            ? site.Replace(
                test, SyntaxFactory.ExpressionStatement(removal.WithoutTrivia()).WithTriviaFrom(test))
            : null;

    static bool OnlyThrows(StatementSyntax statement) =>
        statement is ThrowStatementSyntax or BlockSyntax { Statements: [ThrowStatementSyntax] };

    /// <summary>The call whose answer is the condition: negated, or compared with nothing removed.</summary>
    static ExpressionSyntax? Removal(ExpressionSyntax condition) => condition switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var call } => Call(call),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: var call,
            Right: LiteralExpressionSyntax { Token.ValueText: "0" or "false" } } => Call(call),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: var call,
            Right: LiteralExpressionSyntax { Token.ValueText: "1" } } => Call(call),
        IsPatternExpressionSyntax { Expression: var call, Pattern: ConstantPatternSyntax
            { Expression: LiteralExpressionSyntax { Token.ValueText: "0" or "false" } } } => Call(call),
        _ => null,
    };

    static ExpressionSyntax? Call(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Call(inner),
        InvocationExpressionSyntax call when Removes(call) => expression,
        AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call } when Removes(call) => expression,
        _ => null,
    };

    /// <summary>Not a look whether it is there, which would do nothing by itself.</summary>
    static bool Removes(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: var name }
        && (name.Contains("Remove") || name.Contains("Delete") || name.StartsWith("Execute", StringComparison.Ordinal));

    /// <summary><c>out var old</c>: what follows may use what was removed.</summary>
    static bool DeclaresVariable(ExpressionSyntax removal) =>
        removal.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax);
}
