using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>Where steps of helpers and lambdas happen, seen from a function that calls them.</summary>
internal static class StepPlaces
{
    /// <summary>
    /// The place of an operation in a function of a frame that runs it, directly or through helpers; null when the
    /// frame does not run it.
    /// </summary>
    public static FlowPoint? In(FlowGraph graph, Frame frame, IOperation operation, Frame at)
    {
        for (; at != frame; (operation, at) = (at.CallSite!, at.Caller!))
            if (at.Caller is null)
                return null;
        for (var inner = operation; ; inner = CallWith(inner))
        {
            if (frame.Body.Flow.GraphOf(inner) == graph)
                return graph.Find(inner);
            if (BodyFlow.FunctionAround(inner) is not IAnonymousFunctionOperation lambda)
                return null;
            inner = lambda;
        }
    }

    public static HashSet<FlowPoint> In(FlowGraph graph, Frame frame, IEnumerable<Step> steps)
    {
        var places = new HashSet<FlowPoint>();
        foreach (var step in steps)
            if (In(graph, frame, step.Operation, step.Frame) is { } place)
                places.Add(place);
        return places;
    }

    /// <summary>The call that a lambda is passed to, which is taken to run it; else the lambda's own place.</summary>
    public static IOperation CallWith(IOperation lambda)
    {
        for (var parent = lambda.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation or IObjectCreationOperation)
                return parent;
            if (parent is IExpressionStatementOperation or IBlockOperation)
                break;
        }

        return lambda.Parent ?? lambda;
    }

    /// <summary>
    /// In a lambda that a call which is not known runs, perhaps one at a time; <c>Task.Run</c> does not.
    /// </summary>
    public static bool RunsElsewhere(IOperation operation, Frame? frame)
    {
        for (; frame is not null; (operation, frame) = (frame.CallSite!, frame.Caller))
            if (BodyFlow.FunctionAround(operation) is IAnonymousFunctionOperation lambda
                && CallWith(lambda) is not IInvocationOperation
                    { TargetMethod: { Name: "Run", ContainingType.Name: "Task" } })
                return true;
        return false;
    }
}
