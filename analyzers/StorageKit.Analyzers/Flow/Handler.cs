using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>A catch clause that can catch what a call throws.</summary>
/// <param name="Clause">The clause, in the syntax tree.</param>
/// <param name="Attempt">The try that it belongs to.</param>
/// <param name="Start">Where its block begins.</param>
/// <param name="Frame">The method that it stands in, as reached.</param>
internal sealed record Handler(ICatchClauseOperation Clause, ITryOperation Attempt, FlowPoint Start, Frame Frame)
{
    /// <summary><c>catch (Exception ex)</c>, without its filter and block.</summary>
    public Location Location => Clause.Syntax is CatchClauseSyntax clause
        ? Location.Create(clause.SyntaxTree, TextSpan.FromBounds(
            clause.CatchKeyword.SpanStart, (clause.Declaration?.Span ?? clause.CatchKeyword.Span).End))
        : Clause.Syntax.GetLocation();

    /// <summary>The variable that holds what was caught.</summary>
    public ILocalSymbol? Variable =>
        (Clause.ExceptionDeclarationOrExpression as IVariableDeclaratorOperation)?.Symbol;

    /// <summary>
    /// The clauses around an operation, innermost first, in its method and in those that call it on the way here. A
    /// lambda is taken to run where it is passed.
    /// </summary>
    public static IEnumerable<Handler> Around(IOperation operation, Frame frame)
    {
        var handlers = HandlersAt(operation, frame);
        var depth = 0;
        for (var child = operation; child != frame.Root && child.Parent is { } parent; child = parent)
        {
            if (parent is IAnonymousFunctionOperation { Parent: { } creation })
            {
                if (RunOf(creation, frame) is var (run, callee))
                {
                    foreach (var handler in Around(run, callee))
                        yield return handler;
                    yield break;
                }

                (handlers, depth) = (HandlersAt(creation, frame), 0);
            }

            if (parent is not ITryOperation { Catches.IsEmpty: false } attempt || attempt.Body != child)
                continue;
            if (depth < handlers.Count && handlers[depth].Count == attempt.Catches.Length)
                for (var i = 0; i < attempt.Catches.Length; i++)
                    yield return new(attempt.Catches[i], attempt, handlers[depth][i], frame);
            depth++;
        }

        if (frame is { Caller: { } caller, CallSite: { } call })
            foreach (var outer in Around(call, caller))
                yield return outer;
    }

    /// <summary>Where a helper runs the delegate that it was passed; null for one that is not known.</summary>
    static (IOperation Run, Frame Callee)? RunOf(IOperation creation, Frame frame)
    {
        var passed = creation;
        while (passed.Parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
            passed = passed.Parent;
        if (passed.Parent is not IArgumentOperation { Parameter: { } parameter, Parent: { } call }
            || frame.CalleeAt(call) is not { } callee)
            return null;
        foreach (var operation in callee.Root.Descendants())
            if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke,
                Instance: IParameterReferenceOperation { Parameter: var own } }
                && own.Ordinal == parameter.Ordinal && callee.Argument(own) is not null)
                return (operation, callee);
        return null;
    }

    static IReadOnlyList<IReadOnlyList<FlowPoint>> HandlersAt(IOperation operation, Frame frame) =>
        frame.Body.Flow.GraphOf(operation) is { } graph && graph.Find(operation) is { } point
            ? [.. graph.HandlersAround(point)]
            : [];
}
