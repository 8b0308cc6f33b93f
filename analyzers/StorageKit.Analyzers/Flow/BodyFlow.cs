using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Flow;

/// <summary>The control flow of a method and of the lambdas and local functions in it.</summary>
internal sealed class BodyFlow
{
    readonly Dictionary<SyntaxNode, FlowGraph> functions = [];
    readonly Dictionary<(SyntaxNode, OperationKind), IOperation> originals = [];
    readonly FlowGraph? outermost;

    public BodyFlow(IOperation root)
    {
        var whole = root;
        while (whole.Parent is { } parent)
            whole = parent;
        foreach (var operation in whole.DescendantsAndSelf())
            originals[(operation.Syntax, operation.Kind)] = operation;
        if (Create(whole) is { } graph)
            outermost = Add(graph);
    }

    /// <summary>
    /// The flow of the innermost function that the operation stands in; null where the compiler has none.
    /// </summary>
    public FlowGraph? GraphOf(IOperation operation) =>
        FunctionAround(operation) is not { } function ? outermost
        : functions.TryGetValue(function.Syntax, out var graph) ? graph
        : null;

    /// <summary>The lambda or local function that the operation stands in; null directly in the method.</summary>
    public static IOperation? FunctionAround(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return parent;
        return null;
    }

    /// <summary>
    /// The operation of the syntax tree behind one of the flow, which knows what is around it; null for one that the
    /// compiler made up.
    /// </summary>
    public IOperation? OriginalOf(IOperation lowered) =>
        originals.TryGetValue((lowered.Syntax, lowered.Kind), out var original) ? original : null;

    static ControlFlowGraph? Create(IOperation root) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        IBlockOperation block => ControlFlowGraph.Create(block),
        _ => null,
    };

    FlowGraph Add(ControlFlowGraph graph)
    {
        var flow = new FlowGraph(graph);
        foreach (var block in graph.Blocks)
            foreach (var operation in flow.CodeOf(block.Ordinal))
                if (operation is IFlowAnonymousFunctionOperation lambda)
                    functions[lambda.Syntax] = Add(graph.GetAnonymousFunctionControlFlowGraph(lambda));
        foreach (var function in graph.LocalFunctions)
            foreach (var reference in function.DeclaringSyntaxReferences)
                functions[reference.GetSyntax()] = Add(graph.GetLocalFunctionControlFlowGraph(function));
        return flow;
    }
}
