using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Flow;

/// <summary>
/// The control flow of one function: Roslyn's blocks, with each block's operations in evaluation order and a way from
/// an operation of the syntax tree to its place here. The compiler clones and lowers operations, so they are matched by
/// their syntax.
/// </summary>
internal sealed class FlowGraph
{
    readonly ImmutableArray<BasicBlock> blocks;
    readonly IReadOnlyList<IOperation>[] code;
    readonly int[] loopEnds;
    readonly Dictionary<(SyntaxNode, OperationKind), FlowPoint> points = [];
    readonly Dictionary<CaptureId, List<IOperation>> captures = [];

    public FlowGraph(ControlFlowGraph graph)
    {
        blocks = graph.Blocks;
        code = new IReadOnlyList<IOperation>[blocks.Length];
        loopEnds = new int[blocks.Length];
        foreach (var block in blocks)
        {
            code[block.Ordinal] = CodeOf(block);
            for (var i = 0; i < code[block.Ordinal].Count; i++)
                Note(code[block.Ordinal][i], new(block.Ordinal, i));
            NoteLoop(block, block.FallThroughSuccessor);
            NoteLoop(block, block.ConditionalSuccessor);
        }
    }

    public static FlowPoint Start => new(0, 0);

    public ImmutableArray<BasicBlock> Blocks => blocks;

    /// <summary>The operations of a block, in evaluation order; those of nested functions are not among them.</summary>
    public IReadOnlyList<IOperation> CodeOf(int block) => code[block];

    /// <summary>
    /// The last block of the loop whose condition this block is; 0 for one that no loop comes back to.
    /// </summary>
    public int LoopEnd(int block) => loopEnds[block];

    /// <summary>True for code that runs however a try ends, such as what <c>using</c> disposes.</summary>
    public bool IsInFinally(int block)
    {
        for (var region = blocks[block].EnclosingRegion; region is not null; region = region.EnclosingRegion)
            if (region.Kind == ControlFlowRegionKind.Finally)
                return true;
        return false;
    }

    /// <summary>
    /// Where the operation runs. One that was lowered away is taken to run with what is around it.
    /// </summary>
    public FlowPoint? Find(IOperation operation)
    {
        for (var around = operation; around is not null and not IAnonymousFunctionOperation; around = around.Parent)
            if (points.TryGetValue((around.Syntax, around.Kind), out var point))
                return point;
        return null;
    }

    /// <summary>
    /// The operation and all inside; a value that the compiler kept aside is looked at where it was computed.
    /// </summary>
    public IEnumerable<IOperation> PartsOf(IOperation operation) => PartsOf(operation, []);

    /// <summary>What the compiler kept aside under this name, one for each branch that does.</summary>
    public IReadOnlyList<IOperation> CapturesOf(CaptureId id) =>
        captures.TryGetValue(id, out var values) ? values : [];

    IEnumerable<IOperation> PartsOf(IOperation operation, HashSet<CaptureId> seen)
    {
        foreach (var part in operation.DescendantsAndSelf())
        {
            yield return part;
            if (part is IFlowCaptureReferenceOperation { Id: var id } && seen.Add(id)
                && captures.TryGetValue(id, out var values))
                foreach (var value in values)
                    foreach (var inner in PartsOf(value, seen))
                        yield return inner;
        }
    }

    void Note(IOperation operation, FlowPoint point)
    {
        points[(operation.Syntax, operation.Kind)] = point;
        if (operation is not IFlowCaptureOperation { Id: var id, Value: var value })
            return;
        if (!captures.TryGetValue(id, out var values))
            captures.Add(id, values = []);
        values.Add(value);
    }

    /// <summary>
    /// The handlers of each try with catch clauses around the point, innermost first; the clauses in source order.
    /// </summary>
    public IEnumerable<IReadOnlyList<FlowPoint>> HandlersAround(FlowPoint point)
    {
        for (var region = blocks[point.Block].EnclosingRegion; region is not null; region = region.EnclosingRegion)
            if (region is { Kind: ControlFlowRegionKind.Try,
                EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } whole })
                yield return [.. whole.NestedRegions
                    .Where(clause => clause.Kind is not ControlFlowRegionKind.Try)
                    .Select(HandlerOf)];
    }

    static FlowPoint HandlerOf(ControlFlowRegion clause) => new(
        (clause.Kind == ControlFlowRegionKind.FilterAndHandler
            ? clause.NestedRegions.First(part => part.Kind == ControlFlowRegionKind.Catch) : clause).FirstBlockOrdinal,
        0);

    static List<IOperation> CodeOf(BasicBlock block)
    {
        var operations = new List<IOperation>();
        foreach (var operation in block.Operations)
            Flatten(operation, operations);
        if (block.BranchValue is { } value)
            Flatten(value, operations);
        return operations;
    }

    static void Flatten(IOperation operation, List<IOperation> operations)
    {
        foreach (var child in operation.ChildOperations)
            Flatten(child, operations);
        operations.Add(operation);
    }

    void NoteLoop(BasicBlock source, ControlFlowBranch? branch)
    {
        if (branch?.Destination is { } destination && destination.Ordinal <= source.Ordinal)
            loopEnds[destination.Ordinal] = Math.Max(loopEnds[destination.Ordinal], source.Ordinal);
    }
}
