using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>Calls that throw by themselves when nothing is there, with nothing around that prevents or catches
/// it.</summary>
internal static class MissThrows
{
    public static IEnumerable<(IOperation Operation, Frame Frame)> In(Store store, IMethodSymbol entry)
    {
        foreach (var frame in store.FramesOf(entry))
            foreach (var operation in frame.OwnOperations)
                if (LookupCalls.ThrowsOnMiss(operation, frame) && !IsGuarded(operation, frame))
                    yield return (operation, frame);
    }

    /// <summary>A handler, a condition, an earlier look or a write that puts it there: then a miss is unlikely.
    /// </summary>
    static bool IsGuarded(IOperation operation, Frame frame)
    {
        var place = operation;
        for (var outer = frame; outer is not null; outer = outer.Caller)
        {
            for (var parent = place.Parent; parent is not null; parent = parent.Parent)
                if (parent is ITryOperation { Catches.IsEmpty: false } or IConditionalOperation or ISwitchOperation
                    or ISwitchExpressionOperation or ILoopOperation
                    or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd
                        or BinaryOperatorKind.ConditionalOr }
                    || (parent is IAnonymousFunctionOperation && outer == frame
                    && parent.Parent is not IDelegateCreationOperation))
                    return true;
            if (outer.CallSite is not { } call)
                break;
            place = call;
        }

        foreach (var other in frame.OwnOperations)
            if (other.Syntax.SpanStart < operation.Syntax.SpanStart
                && !other.Syntax.Span.Contains(operation.Syntax.Span)
                && (LookupCalls.IsLookup(other, frame) || frame.EffectsAt(other).Any(IsWrite)))
                return true;
        return false;
    }

    static bool IsWrite(Effect effect) =>
        effect.Kind is EffectKind.Overwrite or EffectKind.CreateOnly or EffectKind.AtomicUpdate or EffectKind.Append;
}
