using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AtomicCounter;

/// <summary>
/// SK2005: <c>d[k] += n</c> becomes <c>d.AddOrUpdate(k, n, (_, stored) => stored + n)</c>, which has the same value.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class UpdateWithAddOrUpdate()
    : SyntaxFix("Update it with AddOrUpdate", DiagnosticIds.DictionaryCheckThenAct)
{
    protected override SyntaxNode? Rewrite(FixSite site) =>
        site.Innermost is ExpressionSyntax update && TryWrite(update, site.Model) is { } call
            ? site.Replace(update, call) : null;

    static InvocationExpressionSyntax? TryWrite(ExpressionSyntax update, SemanticModel model)
    {
        if (Split(update) is not ({ ArgumentList.Arguments: [{ Expression: var key }] } place, var amount)
            || !CanBeSummed(model.GetTypeInfo(place).Type) || !CanRunAgain(amount) || IsInLambda(update))
            return null;
        var name = Unused("stored", model.LookupSymbols(update.SpanStart));
        return (InvocationExpressionSyntax)SyntaxFactory.ParseExpression(
            $"{place.Expression}.AddOrUpdate({key}, {amount}, (_, {name}) => {name} + {amount})")
            .WithTriviaFrom(update);
    }

    /// <summary>The element and what is added to it; not <c>d[k]++</c> whose value before is used.</summary>
    static (ElementAccessExpressionSyntax Place, string Amount)? Split(ExpressionSyntax update) => update switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression,
            Left: ElementAccessExpressionSyntax place, Right: var amount } => (place, Text(amount)),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression,
            Operand: ElementAccessExpressionSyntax place, Parent: ExpressionStatementSyntax } => (place, "1"),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression,
            Operand: ElementAccessExpressionSyntax place } => (place, "1"),
        _ => null,
    };

    static string Text(ExpressionSyntax amount) =>
        amount is BinaryExpressionSyntax or ConditionalExpressionSyntax ? $"({amount.WithoutTrivia()})"
        : amount.WithoutTrivia().ToString();

    /// <summary>Smaller numbers are summed as int, which does not fit back.</summary>
    static bool CanBeSummed(ITypeSymbol? type) => type?.SpecialType
        is >= SpecialType.System_Int32 and <= SpecialType.System_Double;

    /// <summary>The amount stands twice in the new code, and in a delegate: no calls, no await.</summary>
    static bool CanRunAgain(string amount) =>
        !SyntaxFactory.ParseExpression(amount).DescendantNodesAndSelf()
            .Any(node => node is InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax
                or PostfixUnaryExpressionSyntax or BaseObjectCreationExpressionSyntax
                || node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression));

    /// <summary>An expression tree cannot hold what is written here.</summary>
    static bool IsInLambda(SyntaxNode update) => update.Ancestors().OfType<LambdaExpressionSyntax>().Any();

    static string Unused(string name, IEnumerable<ISymbol> visible)
    {
        var names = new HashSet<string>(visible.Select(symbol => symbol.Name), StringComparer.Ordinal);
        while (names.Contains(name))
            name += "Value";
        return name;
    }
}
