using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Flow;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1011: what fails while something is stored leaves the member. A catch clause for failures that nobody foresaw has
/// no way to a normal return, unless something else stores the entry on it.
/// </summary>
internal sealed class FailureMustNotBeSwallowed() : StoreRule(Descriptors.SK1011_FailureMustNotBeSwallowed)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly | Promises.DurableOnReturn))
        {
            var steps = store.StepsOf(member.Implementation);
            foreach (var step in steps.All)
                foreach (var handler in Handler.Around(step.Operation, step.Frame))
                    if (!handler.AlwaysThrows && CaughtErrors.AreUnforeseen(handler.Clause)
                        && IsTheWrite(step, handler, steps) && !IsStoredBefore(step, handler, steps)
                        && new QuietEnd(handler, step, steps).IsReachable())
                        yield return new(
                            handler.Location, handler.Frame,
                            [member.DisplayName, CaughtErrors.Describe(handler.Clause)]);
        }
    }

    /// <summary>
    /// A known write; or, of calls that are not known, the one that gets the entry, when nothing outside the try does:
    /// the entry is stored there or nowhere.
    /// </summary>
    static bool IsTheWrite(Step step, Handler handler, StepFinder steps) => step.Kind switch
    {
        StepKind.Write or StepKind.Flush or StepKind.Stage or StepKind.Commit => true,
        StepKind.Unknown => TakesEntry(step)
            && steps.All.All(other => !other.MayStore || !TakesEntry(other) || IsIn(other, handler)),
        _ => false,
    };

    static bool TakesEntry(Step step) =>
        step.Kind != StepKind.Unknown
        || (step.Operation is Microsoft.CodeAnalysis.Operations.IInvocationOperation call
            && StepFinder.TakesEntry(call, step.Frame));

    /// <summary>True for a step in the try or in one of its handlers, or in a helper that is called there.</summary>
    static bool IsIn(Step step, Handler handler)
    {
        var (operation, frame) = (step.Operation, step.Frame);
        while (frame != handler.Frame && frame is { Caller: { } caller, CallSite: { } call })
            (operation, frame) = (call, caller);
        return frame == handler.Frame && handler.Attempt.Syntax.Span.Contains(operation.Syntax.Span);
    }

    /// <summary>
    /// True when another step has stored the entry on every way to the try: what fails then is a copy.
    /// </summary>
    static bool IsStoredBefore(Step step, Handler handler, StepFinder steps)
    {
        var others = steps.All.Where(other => other.MayStore && TakesEntry(other) && !IsIn(other, handler)).ToList();
        for (var frame = handler.Frame; others.Count > 0 && frame is not null; frame = frame.Caller)
        {
            if (frame.Body.Flow.GraphOf(frame.Root) is not { } graph
                || StepPlaces.In(graph, frame, step.Operation, step.Frame) is not { } place)
                continue;
            var stops = StepPlaces.In(graph, frame, others);
            stops.Remove(place);
            if (stops.Count > 0 && new PathSearch(graph).Reaches(FlowGraph.Start, place)
                && !new PathSearch(graph) { Stops = stops }.Reaches(FlowGraph.Start, place))
                return true;
        }

        return false;
    }
}
