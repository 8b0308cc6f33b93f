using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Flow;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>How a lock that is entered by a call is left again in the same function.</summary>
internal sealed class LockRelease
{
    const string Frozen = "a failure or an early return keeps the lock forever";
    const string Unowned = "a caller that did not get the lock releases it for another";

    readonly LockCall enter;
    readonly MethodBody body;
    readonly IOperation? function;
    readonly List<LockCall> exits;

    public LockRelease(LockCall enter, MethodBody body)
    {
        (this.enter, this.body) = (enter, body);
        function = BodyFlow.FunctionAround(enter.Call);
        var name = enter.Name;
        var around = function;
        var next = body.LockEnters.Where(other => other.Name == name && other.End > enter.End)
            .Select(other => other.End).DefaultIfEmpty(int.MaxValue).Min();
        exits = [.. body.LockExits.Where(exit => exit.Name == name && exit.End > enter.End && exit.End <= next
            && BodyFlow.FunctionAround(exit.Call) == around)];
    }

    /// <summary>What is wrong, and what follows from it; null where nothing is, or where that cannot be told.</summary>
    public (string Fault, string Effect)? Fault
    {
        get
        {
            if (exits.Count == 0 || IsHandedOn())
                return null;
            var final = exits.FirstOrDefault(exit => TryWithFinally(exit.Call) is not null);
            if (final.Call is null)
                return exits.Any(exit => IsInHandler(exit.Call)) || IsAsked() ? null
                    : MayThrowBefore(exits.Max(exit => exit.End)) ? ("releases a lock outside a finally", Frozen)
                    : MissesExit() ? ("returns without releasing a lock", Frozen)
                    : null;
            var guarded = TryWithFinally(final.Call)!;
            if (IsConditional(final.Call, guarded))
                return null;
            if (guarded.Body.Syntax.Span.Contains(enter.Call.Syntax.Span))
                return MayFail() || MayThrowBetween(guarded.Body.Syntax.SpanStart, enter.Call.Syntax.SpanStart)
                    ? ("waits for a lock inside the try whose finally releases it", Unowned) : null;
            if (IsIgnored())
                return ("ignores whether it got a lock in time and releases it", Unowned);
            return exits.Any(exit => guarded.Body.Syntax.Span.Contains(exit.Call.Syntax.Span))
                ? ("releases a lock in the try and again in the finally", "two callers can be in the section at once")
                : null;
        }
    }

    /// <summary>The try in whose finally the call stands.</summary>
    ITryOperation? TryWithFinally(IOperation call)
    {
        for (var child = call; child.Parent is { } parent && parent != function; child = parent)
            if (parent is ITryOperation { Finally: { } last } found && last == child)
                return found;
        return null;
    }

    bool IsInHandler(IOperation call)
    {
        for (var parent = call.Parent; parent is not null && parent != function; parent = parent.Parent)
            if (parent is ICatchClauseOperation)
                return true;
        return false;
    }

    /// <summary><c>if (taken) gate.Release();</c> in the finally.</summary>
    static bool IsConditional(IOperation call, ITryOperation guarded)
    {
        for (var parent = call.Parent; parent is not null && parent != guarded.Finally; parent = parent.Parent)
            if (parent is IConditionalOperation or ITryOperation or ISwitchOperation or ILoopOperation
                or IConditionalAccessOperation)
                return true;
        return false;
    }

    /// <summary>A wait that a token or a timeout can end.</summary>
    bool MayFail() => enter.Call.Arguments.Any(argument =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.RefKind == RefKind.None
        && argument.Parameter.Type.Name is "CancellationToken" or "TimeSpan" or "Int32"
        && Operands.Unwrap(argument.Value) is not IPropertyReferenceOperation { Property.Name: "None" }
            and not IDefaultValueOperation and not { ConstantValue: { HasValue: true, Value: -1 } });

    bool HasTimeout() => enter.Call.Arguments.Any(argument =>
        argument.Parameter?.Type.Name is "TimeSpan" or "Int32"
        && Operands.Unwrap(argument.Value) is not { ConstantValue: { HasValue: true, Value: -1 } }
            and not IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" or "Infinite" });

    bool IsIgnored() => HasTimeout() && IsStatement();

    /// <summary>True where the code looks at whether it got the lock, so some ways need no release.</summary>
    bool IsAsked() => !IsStatement();

    bool IsStatement()
    {
        IOperation outer = enter.Call;
        while (outer.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation
            or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            outer = outer.Parent;
        return outer.Parent is IExpressionStatementOperation
            or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    bool MayThrowBefore(int end) => MayThrowBetween(enter.End, end, exits);

    bool MayThrowBetween(int start, int end, List<LockCall>? ignored = null) =>
        body.Operations.Any(operation =>
            operation is IInvocationOperation or IAwaitOperation or IThrowOperation or IObjectCreationOperation
            && !operation.IsImplicit
            && operation.Syntax.SpanStart >= start && operation.Syntax.Span.End < end
            && BodyFlow.FunctionAround(operation) == function
            && ignored?.Any(call => call.Call == operation) != true
            && operation is not IInvocationOperation { TargetMethod.Name: "Dispose" });

    bool MissesExit()
    {
        if (body.Flow.GraphOf(enter.Call) is not { } graph || graph.Find(enter.Call) is not { } start)
            return false;
        var stops = new HashSet<FlowPoint>();
        foreach (var exit in exits)
            if (graph.Find(exit.Call) is { } stop)
                stops.Add(stop);
        return stops.Count == exits.Count && new PathSearch(graph) { Stops = stops }.ToExit(start) is not null;
    }

    /// <summary>Whether the lock, or this store, goes to an object that may release it later.</summary>
    bool IsHandedOn()
    {
        var target = Target(enter.Call);
        foreach (var operation in body.Operations)
        {
            if (operation is IObjectCreationOperation { Arguments: var passed }
                && passed.Any(argument => Operands.Unwrap(argument.Value) is IInstanceReferenceOperation
                    || IsTarget(argument.Value)))
                return true;
            if (operation is IMethodReferenceOperation { Instance: { } instance } && IsTarget(instance))
                return true;
            if (operation is IReturnOperation { ReturnedValue: { } value } && IsTarget(value))
                return true;
        }

        return false;

        bool IsTarget(IOperation value) => target is not null && Operands.Unwrap(value).Syntax.ToString() == target;
    }

    static string? Target(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Syntax.ToString();
}
