using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>A test whose outcome lets a method end without having stored anything.</summary>
internal readonly record struct WriteGap(IOperation Condition, ConditionKind Kind, Frame Frame);

/// <summary>
/// Looks for ways through an entry point, helpers included, on which nothing is stored. Only tests of the given kinds
/// are decided; a way that hangs on another test is left alone, since that may be how a stored entry is recognised.
/// </summary>
internal sealed class WriteGaps(IReadOnlyList<Frame> frames, IEnumerable<Step> stores, params ConditionKind[] kinds)
{
    readonly List<Step> steps = [.. stores];

    /// <summary>The test that decides, or null when everything is stored or when it cannot be told.</summary>
    public WriteGap? Find() => frames.Count == 0 || steps.Count == 0 ? null : In(frames[0]);

    WriteGap? In(Frame frame)
    {
        if (frame.Body.Flow.GraphOf(frame.Root) is not { } graph)
            return null;
        var gaps = new List<(FlowPoint Place, WriteGap Gap)>();
        var stops = StepPlaces.In(graph, frame, steps.Where(step => step.Frame == frame));
        foreach (var callee in frames)
        {
            if (callee.Caller != frame || StepPlaces.In(graph, frame, callee.CallSite!, frame) is not { } place
                || !steps.Any(step => IsIn(step, callee)))
                continue;
            if (In(callee) is { } gap)
                gaps.Add((place, gap));
            else
                stops.Add(place);
        }

        if (Search(graph, frame, stops).ToExit(FlowGraph.Start) is not { } path)
            return null;
        foreach (var (place, gap) in gaps)
            if (path.Blocks.Contains(place.Block))
                return gap;
        return Decisive(path, graph, frame, stops);
    }

    PathSearch Search(FlowGraph graph, Frame frame, HashSet<FlowPoint> stops) => new(graph)
    {
        Stops = stops,
        MayTake = decision => kinds.Contains(Condition.KindOf(decision, graph, frame)),
        Accepts = value => frame.CallSite is { } call ? !Answers.AreUsed(call) : SaysSuccess(value, graph, stops),
    };

    /// <summary>Of <c>off ? default : WriteAsync(entry)</c> the arms that store nothing are asked.</summary>
    static bool SaysSuccess(IOperation? value, FlowGraph graph, HashSet<FlowPoint> stops)
    {
        if (value is null || Operands.Unwrap(value) is not IFlowCaptureReferenceOperation { Id: var id })
            return Answers.SaySuccess(value, null);
        var arms = graph.CapturesOf(id).Where(arm => !arm.DescendantsAndSelf().Any(part =>
            graph.Find(part) is { } place && stops.Contains(place))).ToList();
        return arms.Count > 0 && arms.All(arm => Answers.SaySuccess(arm, null));
    }

    /// <summary>The last test on the way whose other outcome may store.</summary>
    WriteGap? Decisive(FlowPath path, FlowGraph graph, Frame frame, HashSet<FlowPoint> stops)
    {
        for (var i = path.Decisions.Count - 1; i >= 0; i--)
        {
            var decision = path.Decisions[i];
            var block = graph.Blocks[decision.Block];
            var isConditional = block.ConditionKind
                == Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowConditionKind.WhenTrue == decision.Outcome;
            var other = (isConditional ? block.FallThroughSuccessor : block.ConditionalSuccessor)?.Destination;
            if ((!decision.Condition.IsImplicit || Condition.IsSwitchLabel(decision.Condition)) && other is not null
                && stops.Any(stop => new PathSearch(graph).Reaches(new(other.Ordinal, 0), stop)))
                return new(decision.Condition, Condition.KindOf(decision, graph, frame), frame);
        }

        return null;
    }

    static bool IsIn(Step step, Frame frame)
    {
        for (var at = step.Frame; at is not null; at = at.Caller)
            if (at == frame)
                return true;
        return false;
    }
}
