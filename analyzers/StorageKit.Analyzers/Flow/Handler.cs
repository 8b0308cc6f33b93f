using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>A catch clause that can catch what a call throws.</summary>
/// <param name="Clause">The clause, in the syntax tree.</param>
/// <param name="Attempt">The try that it belongs to.</param>
/// <param name="Inside">What stands in the try, in the function of the try.</param>
/// <param name="Depth">How many other tries with clauses stand between these two.</param>
/// <param name="Frame">The method that it stands in, as reached.</param>
internal sealed record Handler(
    ICatchClauseOperation Clause, ITryOperation Attempt, IOperation Inside, int Depth, Frame Frame)
{
    /// <summary>
    /// Where its block begins; null where the compiler's flow does not have it. Finding it makes the method's flow.
    /// </summary>
    public FlowPoint? Start =>
        Frame.Body.Flow.GraphOf(Inside) is { } graph && graph.Find(Inside) is { } point
        && graph.HandlersAround(point).ElementAtOrDefault(Depth) is { } clauses
        && clauses.Count == Attempt.Catches.Length
            ? clauses[Attempt.Catches.IndexOf(Clause)] : null;

    /// <summary>True for a block that ends with a throw and has no other end: most do, and need no flow.</summary>
    public bool AlwaysThrows =>
        Clause.Handler.Operations is [.., IThrowOperation or IExpressionStatementOperation
            { Operation: IThrowOperation }]
        && !Clause.Handler.Descendants().Any(operation => operation is IReturnOperation or IBranchOperation);

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
        var (inside, depth) = (operation, 0);
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

                (inside, depth) = (creation, 0);
            }

            if (parent is not ITryOperation { Catches.IsEmpty: false } attempt || attempt.Body != child)
                continue;
            foreach (var clause in attempt.Catches)
                yield return new(clause, attempt, inside, depth, frame);
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
        foreach (var operation in callee.Operations)
            if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke,
                Instance: IParameterReferenceOperation { Parameter: var own } }
                && own.Ordinal == parameter.Ordinal && callee.Argument(own) is not null)
                return (operation, callee);
        return null;
    }
}
