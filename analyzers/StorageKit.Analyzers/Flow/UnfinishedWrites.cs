using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>
/// Steps that need another one to last, and a way on which that one does not come: what is added to a unit of work or a
/// buffered stream and not flushed, a transaction that is written in and not committed.
/// </summary>
internal static class UnfinishedWrites
{
    public static IEnumerable<Step> In(StepFinder steps)
    {
        foreach (var step in steps.All)
            if (step.Kind == StepKind.Stage)
            {
                if (ReachesEnd(step, steps, other => other.MayStore || other.Kind == StepKind.Commit))
                    yield return step;
            }
            else if (step.Kind == StepKind.Begin
                && step.Operation is IInvocationOperation { TargetMethod.Name: var name }
                && name.StartsWith("BeginTransaction", StringComparison.Ordinal)
                && steps.All.Any(write => write.Kind is StepKind.Write or StepKind.Flush && write.Frame == step.Frame
                    && Leads(step, write, steps) && ReachesEnd(write, steps, Ends)))
                yield return step;

        static bool Ends(Step other) => other.Kind is StepKind.Commit or StepKind.Unknown;
    }

    static bool Leads(Step from, Step to, StepFinder steps)
    {
        if (from.Frame.Body.Flow.GraphOf(from.Operation) is not { } graph || graph.Find(from.Operation) is not { } start
            || graph.Find(to.Operation) is not { } end || from.Frame.Body.Flow.GraphOf(to.Operation) != graph)
            return false;
        var commits = steps.All.Where(step => step.Kind == StepKind.Commit);
        return new PathSearch(graph) { Stops = StepPlaces.In(graph, from.Frame, commits) }.Reaches(start, end);
    }

    /// <summary>Whether a way leads from a step to the entry point's end without a step that finishes it.</summary>
    static bool ReachesEnd(Step step, StepFinder steps, Func<Step, bool> finishes)
    {
        var finishing = steps.All.Where(other => other.Operation != step.Operation && finishes(other)).ToList();
        for (var (operation, frame) = (step.Operation, step.Frame); ;
            (operation, frame) = (frame.CallSite!, frame.Caller))
        {
            if (frame.Body.Flow.GraphOf(operation) is not { } graph || graph.Find(operation) is not { } place
                || BodyFlow.FunctionAround(operation) is IAnonymousFunctionOperation)
                return false;
            var stops = StepPlaces.In(graph, frame, finishing);
            stops.Remove(place);
            var search = new PathSearch(graph)
            {
                Stops = stops,
                MayTake = decision => Condition.KindOf(decision, graph, frame) != ConditionKind.Other,
            };
            if (search.ToExit(place with { Index = place.Index + 1 }) is null)
                return false;
            if (frame.Caller is null)
                return true;
        }
    }
}
