using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Flow;

namespace StorageKit.Analyzers.Records;

/// <summary>A catch clause that makes something else of a cancelled call.</summary>
/// <param name="Location">Its head.</param>
/// <param name="Fact">What it makes of it.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="IsCertain">False for a clause that catches everything and may not have been meant for this.</param>
internal sealed record CaughtCancellation(Location Location, string Fact, string Remedy, bool IsCertain)
{
    public static CaughtCancellation? Of(
        ICatchClauseOperation clause, IParameterSymbol token, Frame frame, IReadOnlyList<Frame> frames)
    {
        if (clause is not { Filter: null, Parent: ITryOperation attempt, Syntax: CatchClauseSyntax syntax }
            || !TakesToken(attempt.Body, token, frame))
            return null;
        var isMeant = IsCancellation(clause.ExceptionType);
        if (!isMeant && (!CatchesAll(clause) || IsCaughtBefore(clause, attempt) || frames.Any(IsLookedAt)))
            return null;
        var place = Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(
            syntax.CatchKeyword.SpanStart, (syntax.Declaration?.Span ?? syntax.CatchKeyword.Span).End));
        if (OnlyThrow(clause) is { Type: { Name: var thrown and not "Exception" } type } && !IsCancellation(type))
            return new(
                place, $"makes '{thrown}' of a call that was cancelled",
                isMeant ? "Let the cancellation through" : "Add 'when (e is not OperationCanceledException)'", isMeant);
        return isMeant && EndsAsDone(clause, attempt, frame)
            ? new(place, "answers a call that was cancelled as if it were done", "Let the cancellation through", true)
            : null;
    }

    /// <summary>True where a call in the try is given the member's token.</summary>
    static bool TakesToken(IOperation attempt, IParameterSymbol token, Frame frame)
    {
        foreach (var operation in attempt.Descendants())
            if (operation is IArgumentOperation { Value: var value } && IsGiven(value, token, frame))
                return true;
        return false;
    }

    static bool IsGiven(IOperation value, IParameterSymbol token, Frame frame) =>
        Operands.Unwrap(value) is IParameterReferenceOperation { Parameter: var parameter }
        && (frame.Argument(parameter) is var (argument, caller)
            ? IsGiven(argument, token, caller)
            : SymbolEqualityComparer.Default.Equals(parameter, token));

    static bool IsCancellation(ITypeSymbol? type) =>
        type?.Name is nameof(OperationCanceledException) or nameof(TaskCanceledException);

    static bool CatchesAll(ICatchClauseOperation clause) =>
        clause.ExceptionType is null or { SpecialType: SpecialType.System_Object }
            or { Name: nameof(Exception) or nameof(SystemException), ContainingNamespace.Name: "System" };

    static bool IsCaughtBefore(ICatchClauseOperation clause, ITryOperation attempt) =>
        attempt.Catches.TakeWhile(other => other != clause).Any(other => IsCancellation(other.ExceptionType));

    /// <summary>The token is tested by hand, or the exception is: the author has thought of it.</summary>
    static bool IsLookedAt(Frame frame) => frame.Body.Operations.Any(operation => operation
        is IInvocationOperation { TargetMethod.Name: nameof(CancellationToken.ThrowIfCancellationRequested) }
        or IPropertyReferenceOperation { Property.Name: nameof(CancellationToken.IsCancellationRequested) }
        or IIsTypeOperation { TypeOperand.Name: nameof(OperationCanceledException) }
        or ITypePatternOperation { MatchedType.Name: nameof(OperationCanceledException) }
        or IDeclarationPatternOperation { MatchedType.Name: nameof(OperationCanceledException) });

    /// <summary>What the clause throws, if that is a new exception, at its end, and its only way out.</summary>
    static IObjectCreationOperation? OnlyThrow(ICatchClauseOperation clause) =>
        clause.Handler.Operations.LastOrDefault() is IThrowOperation { Exception: { } thrown } last
        && clause.Handler.Descendants().All(operation =>
            operation == last || operation is not (IThrowOperation or IReturnOperation or IBranchOperation))
            ? Operands.Unwrap(thrown) as IObjectCreationOperation : null;

    /// <summary>The clause, which only logs, is the end of a member that says nothing but that it is done.</summary>
    static bool EndsAsDone(ICatchClauseOperation clause, ITryOperation attempt, Frame frame) =>
        frame.Caller is null && frame.Body.Method.ReturnType is INamedTypeSymbol
            { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true }
        && attempt.Finally is null && attempt.Parent is IBlockOperation block && block == Root(frame)
        && (block.Operations.LastOrDefault(operation => !operation.IsImplicit) == attempt
            || clause.Handler.Operations.LastOrDefault() is IReturnOperation)
        && clause.Handler.Operations.All(operation => operation is IReturnOperation
            || operation is IExpressionStatementOperation { Operation: IInvocationOperation call }
                && HarmlessCalls.Contains(call.TargetMethod))
        && attempt.Body.Descendants().Any(operation => frame.EffectsAt(operation).Any(effect =>
            effect.Technology.IsSharedStore && effect.Kind is not EffectKind.Read));

    static IOperation? Root(Frame frame) => frame.Root switch
    {
        IMethodBodyOperation { BlockBody: { } block } => block,
        var root => root,
    };
}
