using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>
/// Whether the entry point waits for a call: its task, and that of each helper around it, is awaited, returned or
/// handed on. What happens to a task that is handed on is not asked.
/// </summary>
internal static class Observation
{
    public static bool IsMissing(IOperation call, Frame frame)
    {
        if (IsFireAndForget(call) || IsDropped(call))
            return true;
        if (BodyFlow.FunctionAround(call) is { } function && function is IAnonymousFunctionOperation lambda)
            return (lambda.Symbol.IsAsync && lambda.Symbol.ReturnsVoid)
                || StepPlaces.CallWith(lambda) is var host
                && (RunsLater(host) || (host is IInvocationOperation && IsMissing(host, frame)));
        return frame is { Caller: { } caller, CallSite: { } site }
            && (site is IInvocationOperation { TargetMethod: { IsAsync: true, ReturnsVoid: true } }
                || IsMissing(site, caller));
    }

    /// <summary>The client sends the command and does not wait for the server's answer.</summary>
    static bool IsFireAndForget(IOperation call) =>
        call is IInvocationOperation invocation
        && invocation.Arguments.Any(argument =>
            Operands.Unwrap(argument.Value) is IFieldReferenceOperation { Field: { Name: "FireAndForget",
                ContainingType.TypeKind: TypeKind.Enum } });

    static bool RunsLater(IOperation host) => host switch
    {
        IInvocationOperation { TargetMethod: { Name: "QueueUserWorkItem" or "UnsafeQueueUserWorkItem",
            ContainingType.Name: "ThreadPool" } } => true,
        IObjectCreationOperation { Type: { Name: "Thread" or "Timer", ContainingNamespace.Name: "Threading" } } => true,
        _ => false,
    };

    static bool IsDropped(IOperation call)
    {
        if (!IsTask(call.Type))
            return false;
        var outer = call;
        while (outer.Parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation
            || IsSameTask(outer.Parent))
            outer = outer.Parent!;
        return outer.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            IInvocationOperation { TargetMethod.Name: "ContinueWith" } next when next.Instance == outer =>
                IsDropped(next),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } declared =>
                !IsUsed(local, declared),
            _ => IsRaced(outer),
        };
    }

    /// <summary>
    /// <c>await Task.WhenAny(write, delay);</c> ends when either does, and nothing asks which: not even that the write
    /// failed.
    /// </summary>
    static bool IsRaced(IOperation task)
    {
        var around = task.Parent;
        while (around is IConversionOperation or IArgumentOperation or IArrayInitializerOperation
            or IArrayCreationOperation or ICollectionExpressionOperation)
            around = around.Parent;
        if (around is not IInvocationOperation { TargetMethod: { Name: "WhenAny", ContainingType.Name: "Task" } })
            return false;
        around = around.Parent;
        while (IsSameTask(around) || around is IAwaitOperation)
            around = around!.Parent;
        return around is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    static bool IsSameTask(IOperation? operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" };

    static bool IsUsed(ILocalSymbol local, IOperation declaration)
    {
        var root = declaration;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().Any(operation => operation is ILocalReferenceOperation { Local: var used }
            && SymbolEqualityComparer.Default.Equals(used, local) && !IsRaced(operation));
    }

    static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable",
            ContainingNamespace.Name: "Tasks" or "CompilerServices" };
}
