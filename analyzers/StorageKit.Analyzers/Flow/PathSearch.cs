using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Flow;

/// <summary>
/// Looks for a way through a function that meets none of some operations. Exceptions are not followed: who asks about a
/// handler starts in it. A finally block is passed on the way from where it was entered. A loop's body is taken to run
/// at least once, so that a batch that is written item by item counts as written.
/// </summary>
internal sealed class PathSearch(FlowGraph graph)
{
    /// <summary>Where to go on after a finally block.</summary>
    sealed record Continuation(int Target, Continuation? Next);

    readonly record struct Node(int Block, bool CameBack, Continuation? Then);

    readonly Dictionary<Node, (Node Before, FlowDecision? Decision)> reached = [];
    readonly Queue<Node> open = new();
    readonly HashSet<int> stopped = [];

    /// <summary>The places that a path must not meet.</summary>
    public ISet<FlowPoint> Stops { get; init; } = new HashSet<FlowPoint>();

    /// <summary>False for a branch that is not to be followed.</summary>
    public Func<FlowDecision, bool> MayTake { get; init; } = _ => true;

    /// <summary>False for a value whose return is not the end that is looked for.</summary>
    public Func<IOperation?, bool> Accepts { get; init; } = _ => true;

    /// <summary>A way from a place to a normal return, or null.</summary>
    public FlowPath? ToExit(FlowPoint from)
    {
        foreach (var node in Search(from))
            if (graph.Blocks[node.Block].Kind == BasicBlockKind.Exit)
                return PathTo(node);
        return null;
    }

    /// <summary>Whether a way from one place leads to another.</summary>
    public bool Reaches(FlowPoint from, FlowPoint to)
    {
        if (from.Block == to.Block && from.Index <= to.Index)
            return !Stops.Any(stop => stop.Block == from.Block && stop.Index >= from.Index && stop.Index < to.Index);
        return Search(from).Any(node => node.Block == to.Block && reached[node].Before != node)
            && !Stops.Any(stop => stop.Block == to.Block && stop.Index < to.Index);
    }

    /// <summary>Every place that a way leads to, nearest first; the start among them.</summary>
    IEnumerable<Node> Search(FlowPoint from)
    {
        foreach (var stop in Stops)
            if (stop.Block != from.Block)
                stopped.Add(stop.Block);
        if (IsStopped(from.Block, from.Index))
            yield break;
        var start = new Node(from.Block, false, null);
        reached[start] = (start, null);
        Leave(start);
        yield return start;
        while (open.Count > 0)
        {
            var node = open.Dequeue();
            yield return node;
            if (!stopped.Contains(node.Block) && !IsStopped(node.Block, 0))
                Leave(node);
        }
    }

    bool IsStopped(int block, int index)
    {
        if (Stops.Any(stop => stop.Block == block && stop.Index >= index))
            return true;
        var code = graph.CodeOf(block);
        for (; index < code.Count; index++)
            if (code[index] is IInvocationOperation { TargetMethod: var method } && NeverReturns(method))
                return true;
        return false;
    }

    static bool NeverReturns(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute");

    void Leave(Node node)
    {
        var block = graph.Blocks[node.Block];
        var skipsExit = graph.LoopEnd(node.Block) > 0 && !node.CameBack && block.ConditionalSuccessor is not null
            && (StaysInLoop(block.ConditionalSuccessor) || StaysInLoop(block.FallThroughSuccessor));
        if (block.ConditionalSuccessor is { } conditional && (!skipsExit || StaysInLoop(conditional)))
            Follow(node, conditional, block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        if (block.FallThroughSuccessor is { } otherwise && (!skipsExit || StaysInLoop(otherwise)))
            Follow(node, otherwise, block.ConditionKind == ControlFlowConditionKind.WhenFalse);

        bool StaysInLoop(ControlFlowBranch? branch) =>
            branch?.Destination is { } destination && destination.Ordinal > node.Block
            && destination.Ordinal <= graph.LoopEnd(node.Block);
    }

    void Follow(Node node, ControlFlowBranch branch, bool outcome)
    {
        var block = graph.Blocks[node.Block];
        FlowDecision? decision = null;
        if (block is { ConditionalSuccessor: not null, BranchValue: { } condition })
        {
            // Roslyn keeps the way out of while (true).
            if (condition.ConstantValue is { HasValue: true, Value: bool always } && always != outcome)
                return;
            decision = new(condition, outcome, node.Block);
            if (!MayTake(decision.Value))
                return;
        }

        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            if (node.Then is { } then)
                Reach(then.Target, then.Next, node, decision);
            return;
        }

        if (branch is not { Destination: { } destination,
            Semantics: ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return })
            return;
        if (branch.Semantics == ControlFlowBranchSemantics.Return && !Accepts(block.BranchValue))
            return;
        var targets = new List<int>();
        foreach (var region in branch.FinallyRegions)
            targets.Add(region.FirstBlockOrdinal);
        targets.Add(destination.Ordinal);
        var next = node.Then;
        for (var i = targets.Count - 1; i > 0; i--)
            next = new(targets[i], next);
        Reach(targets[0], next, node, decision);
    }

    void Reach(int block, Continuation? then, Node before, FlowDecision? decision)
    {
        var node = new Node(block, graph.LoopEnd(block) > 0 && block <= before.Block, then);
        if (reached.ContainsKey(node))
            return;
        reached[node] = (before, decision);
        open.Enqueue(node);
    }

    FlowPath PathTo(Node exit)
    {
        var decisions = new List<FlowDecision>();
        var blocks = new List<int>();
        for (var node = exit; reached[node] is var (before, decision) && before != node; node = before)
        {
            blocks.Add(before.Block);
            if (decision is { } taken)
                decisions.Add(taken);
        }

        decisions.Reverse();
        blocks.Reverse();
        return new(decisions, blocks);
    }
}
