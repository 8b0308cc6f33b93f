using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>
/// Whether a handler lets the entry point end as if nothing had happened: a way from it to a normal return, on through
/// the callers, on which nothing is stored, nothing gets the exception, and no test asks what was caught.
/// </summary>
internal sealed class QuietEnd(Handler handler, Step failed, StepFinder steps)
{
    readonly HashSet<ISymbol> marks = MarksOf(handler);
    readonly HashSet<ISymbol> flags = FlagsOf(handler);

    public bool IsReachable() =>
        handler.Start is { } start && Ends(handler.Clause.Handler, handler.Frame, start, null);

    bool Ends(IOperation inside, Frame frame, FlowPoint from, IOperation? call)
    {
        if (frame.Body.Flow.GraphOf(inside) is not { } graph)
            return false;
        var search = new PathSearch(graph)
        {
            Stops = StopsIn(graph, frame, call),
            MayTake = decision => IsSuccessFlag(decision) ? !decision.Outcome : !AsksWhatWasCaught(decision, graph),
            Accepts = value => frame.Caller is not null || IsInLambda(inside) || Answers.SaySuccess(value, call),
        };
        if (search.ToExit(from) is null)
            return false;
        if (BodyFlow.FunctionAround(inside) is IAnonymousFunctionOperation lambda)
            return GoesOn(StepPlaces.CallWith(lambda), frame);
        return frame is not { Caller: { } caller, CallSite: { } site }
            || (!Answers.AreUsed(site) && GoesOn(site, caller));
    }

    static bool IsInLambda(IOperation inside) => BodyFlow.FunctionAround(inside) is IAnonymousFunctionOperation;

    bool GoesOn(IOperation call, Frame frame) =>
        frame.Body.Flow.GraphOf(call)?.Find(call) is { } place
        && Ends(call, frame, place with { Index = place.Index + 1 }, call);

    HashSet<FlowPoint> StopsIn(FlowGraph graph, Frame frame, IOperation? call)
    {
        var stops = StepPlaces.In(graph, frame, steps.All.Where(step => step.MayStore && IsAboutEntry(step)
            && Replaces(step)));
        foreach (var operation in handler.Clause.Handler.Descendants())
            if (operation is IInvocationOperation invocation && IsToldOfIt(invocation, frame)
                && graph.Find(invocation) is { } place)
                stops.Add(place);
        if (call is not null && graph.Find(call) is { } own)
            stops.Remove(own);
        return stops;
    }

    /// <summary>
    /// Memory does not outlive the process: it makes up for no failed write, unless somebody is told when the entry is
    /// written after all.
    /// </summary>
    bool Replaces(Step step) =>
        step.Kind != StepKind.MemoryWrite || failed.Kind is not (StepKind.Write or StepKind.Flush or StepKind.Commit)
        || step.Frame.Operations.Any(operation => operation is IMemberReferenceOperation
            { Member.ContainingType.Name: "TaskCompletionSource" });

    static bool IsAboutEntry(Step step) =>
        step.Kind != StepKind.Unknown
        || (step.Operation is IInvocationOperation call && StepFinder.TakesEntry(call, step.Frame));

    /// <summary>
    /// A call that gets the exception itself may throw it, or hand it to who waits; logging does neither.
    /// </summary>
    bool IsToldOfIt(IInvocationOperation call, Frame frame)
    {
        if (handler.Variable is not { } variable)
            return false;
        if (frame.CalleeAt(call) is { } callee)
            return callee.Body.Flow.GraphOf(callee.Root) is not { } graph
                || new PathSearch(graph).ToExit(FlowGraph.Start) is null;
        if (call.TargetMethod.ContainingType?.Name is "TaskCompletionSource" or "ExceptionDispatchInfo"
            or "List" or "ConcurrentQueue" or "ConcurrentBag" or "ChannelWriter")
            return call.Arguments.Any(argument => Operands.Unwrap(argument.Value) is ILocalReferenceOperation local
                && SymbolEqualityComparer.Default.Equals(local.Local, variable));
        return !HarmlessCalls.Contains(call.TargetMethod)
            && call.Arguments.Any(argument => Operands.Unwrap(argument.Value) is ILocalReferenceOperation local
                && SymbolEqualityComparer.Default.Equals(local.Local, variable));
    }

    bool AsksWhatWasCaught(FlowDecision decision, FlowGraph graph)
    {
        var parts = graph.PartsOf(decision.Condition).ToList();
        if (!parts.Any(IsAboutIt))
            return false;
        return decision.Condition is not (IIsTypeOperation
                or IIsPatternOperation { Pattern: ITypePatternOperation or IDeclarationPatternOperation })
            || decision.Outcome;
    }

    bool IsAboutIt(IOperation part) => part is ILocalReferenceOperation { Local: var local }
        && (marks.Contains(local) || SymbolEqualityComparer.Default.Equals(local, handler.Variable));

    /// <summary>Only the try sets it, to true, once it is through: in the handler it is false.</summary>
    bool IsSuccessFlag(FlowDecision decision) =>
        decision.Condition is ILocalReferenceOperation { Local: var local } && flags.Contains(local);

    static HashSet<ISymbol> FlagsOf(Handler handler)
    {
        var flags = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in handler.Attempt.Body.Descendants())
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local },
                Value.ConstantValue: { HasValue: true, Value: true } })
                flags.Add(local);
        if (flags.Count > 0)
            foreach (var operation in handler.Frame.Operations)
                if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var other } }
                    && !handler.Attempt.Body.Syntax.Span.Contains(operation.Syntax.Span))
                    flags.Remove(other);
                else if (operation is IVariableDeclaratorOperation { Initializer.Value: var initial,
                    Symbol: var declared }
                    && initial.ConstantValue is not { HasValue: true, Value: false })
                    flags.Remove(declared);
                else if (operation is IArgumentOperation { Parameter.RefKind: not RefKind.None, Value:
                    ILocalReferenceOperation { Local: var passed } })
                    flags.Remove(passed);
        return flags;
    }

    /// <summary>
    /// Variables that the try or its handlers set: what is asked of them later is asked of the failure.
    /// </summary>
    static HashSet<ISymbol> MarksOf(Handler handler)
    {
        var marks = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in handler.Attempt.Descendants())
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } })
                marks.Add(local);
        return marks;
    }
}
