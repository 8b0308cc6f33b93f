using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace StorageKit.CodeFixes.AtomicCounter;

/// <summary>
/// Writes an update of a field as a call of Interlocked, or null where that would not compile or not be equal.
/// </summary>
internal static class InterlockedUpdate
{
    public static ExpressionSyntax? TryWrite(
        ExpressionSyntax update, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Split(update) is not var (field, operation, amount) || !CanBeReferenced(field, model, cancellationToken))
            return null;
        var type = model.GetTypeInfo(field, cancellationToken).Type!;
        var isSigned = type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
        if (amount is not null && (!Fits(amount, type, model) || Mentions(amount, field)))
            return null;
        var call = (operation, amount) switch
        {
            (SyntaxKind.AddExpression, null) => Call("Increment", field),
            (SyntaxKind.SubtractExpression, null) => Call("Decrement", field),
            (SyntaxKind.AddExpression, { } summand) => Call("Add", field, summand.WithoutTrivia()),
            (SyntaxKind.SubtractExpression, { } subtrahend) when isSigned => Call("Add", field, Negate(subtrahend)),
            _ => null,
        };
        return call is null ? null
            : update is PostfixUnaryExpressionSyntax && IsValueUsed(update)
                ? ValueBefore(call, operation).WithTriviaFrom(update)
            : call.WithTriviaFrom(update);
    }

    /// <summary>The field, whether it grows or shrinks, and by what; null stands for one.</summary>
    static (ExpressionSyntax Field, SyntaxKind Operation, ExpressionSyntax? Amount)? Split(ExpressionSyntax update) =>
        update switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } step =>
            (step.Operand, SyntaxKind.AddExpression, null),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostDecrementExpression } step =>
            (step.Operand, SyntaxKind.SubtractExpression, null),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } step =>
            (step.Operand, SyntaxKind.AddExpression, null),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreDecrementExpression } step =>
            (step.Operand, SyntaxKind.SubtractExpression, null),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum =>
            (sum.Left, SyntaxKind.AddExpression, sum.Right),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression } difference =>
            (difference.Left, SyntaxKind.SubtractExpression, difference.Right),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
            Right: BinaryExpressionSyntax binary } assignment
            when binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
                && SyntaxFactory.AreEquivalent(assignment.Left, binary.Left) =>
            (assignment.Left, binary.Kind(), binary.Right),
        _ => null,
    };

    /// <summary>A field or an element of an array, of a type that Interlocked.Add takes.</summary>
    static bool CanBeReferenced(ExpressionSyntax place, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(place, cancellationToken).Type?.SpecialType
            is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        && (place is ElementAccessExpressionSyntax { Expression: var array }
            ? model.GetTypeInfo(array, cancellationToken).Type is IArrayTypeSymbol
            : model.GetSymbolInfo(place, cancellationToken).Symbol is IFieldSymbol { IsReadOnly: false })
        && !place.DescendantNodesAndSelf()
            .Any(node => node is ConditionalAccessExpressionSyntax or MemberBindingExpressionSyntax);

    static bool Fits(ExpressionSyntax amount, ITypeSymbol type, SemanticModel model) =>
        model.ClassifyConversion(amount, type).IsImplicit;

    static bool Mentions(ExpressionSyntax amount, ExpressionSyntax field) =>
        amount.DescendantNodesAndSelf().Any(node => SyntaxFactory.AreEquivalent(node, field));

    static bool IsValueUsed(ExpressionSyntax update) =>
        update.Parent is not ExpressionStatementSyntax
            && !(update.Parent is ForStatementSyntax loop && loop.Incrementors.Contains(update));

    /// <summary><c>x++</c> is what stood there before: one less than what Increment answers.</summary>
    static ExpressionSyntax ValueBefore(ExpressionSyntax call, SyntaxKind operation) =>
        SyntaxFactory.ParenthesizedExpression(SyntaxFactory.BinaryExpression(
            operation == SyntaxKind.AddExpression ? SyntaxKind.SubtractExpression : SyntaxKind.AddExpression,
            call.WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.LiteralExpression(
                SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(1)).WithLeadingTrivia(SyntaxFactory.Space)))
            .WithAdditionalAnnotations(Simplifier.Annotation);

    static ExpressionSyntax Negate(ExpressionSyntax amount) =>
        SyntaxFactory.PrefixUnaryExpression(
            SyntaxKind.UnaryMinusExpression,
            SyntaxFactory.ParenthesizedExpression(amount.WithoutTrivia())
                .WithAdditionalAnnotations(Simplifier.Annotation));

    static InvocationExpressionSyntax Call(string method, ExpressionSyntax field, ExpressionSyntax? amount = null)
    {
        var place = SyntaxFactory.Argument(field.WithoutTrivia())
            .WithRefKindKeyword(SyntaxFactory.Token(SyntaxKind.RefKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        var arguments = amount is null
            ? SyntaxFactory.SingletonSeparatedList(place)
            : SyntaxFactory.SeparatedList(
                [place, SyntaxFactory.Argument(amount)],
                [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]);
        var target =
            SyntaxFactory.ParseExpression($"global::System.Threading.Interlocked.{method}")
            .WithAdditionalAnnotations(Simplifier.Annotation);
        return SyntaxFactory.InvocationExpression(target, SyntaxFactory.ArgumentList(arguments));
    }
}
