using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2019: an atomic member whose store has failed throws; it does not return a total that nobody counted. Whether to
/// let a caller pass then is the caller's own decision.
/// </summary>
internal sealed class FailureMustNotLookLikeATotal() : StoreRule(Descriptors.SK2019_FailureMustNotLookLikeATotal)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
        {
            var seen = new HashSet<ICatchClauseOperation>();
            foreach (var effect in store.EffectsOf(member.Implementation))
                if (IsCount(effect))
                    foreach (var handler in HandlersOver(effect))
                        if (seen.Add(handler) && TotalIn(handler) is { } total)
                            yield return At(effect, total.Syntax.GetLocation(), member.DisplayName);
        }
    }

    static bool IsCount(Effect effect) => effect.Technology.IsSharedStore
        && effect.Kind is EffectKind.AtomicUpdate or EffectKind.Overwrite or EffectKind.CompareAndSet;

    /// <summary>The handlers of each try around the effect, and around the calls that lead to it.</summary>
    static IEnumerable<ICatchClauseOperation> HandlersOver(Effect effect)
    {
        for (var (operation, frame) = (effect.Operation, effect.Frame); ;
            (operation, frame) = (frame.CallSite, frame.Caller))
        {
            for (var child = operation; child.Parent is { } parent && child != frame.Root; child = parent)
                if (parent is ITryOperation attempt && child == attempt.Body)
                    foreach (var handler in attempt.Catches)
                        yield return handler;
            if (frame.CallSite is null || frame.Caller is null)
                yield break;
        }
    }

    /// <summary>What the handler returns: a number that no call made, such as 0 or the amount.</summary>
    static IOperation? TotalIn(ICatchClauseOperation handler)
    {
        foreach (var operation in handler.Handler.Descendants())
            if (operation is IReturnOperation { ReturnedValue: { } value } && !IsInFunction(operation, handler)
                && IsMadeUp(value))
                return value;
        return MayFallThrough(handler) ? AfterTry(handler) : null;
    }

    /// <summary>The handler only logs: it neither throws, nor tries again, nor sets anything.</summary>
    static bool MayFallThrough(ICatchClauseOperation handler) =>
        !handler.Handler.Descendants().Any(operation =>
            operation is IThrowOperation or IReturnOperation or IBranchOperation or IAwaitOperation
                or IAssignmentOperation or IIncrementOrDecrementOperation);

    /// <summary>The made-up value that the statement after the try returns, outside of loops.</summary>
    static IOperation? AfterTry(ICatchClauseOperation handler)
    {
        if (handler.Parent is not { Parent: IBlockOperation block } attempt || IsInLoop(block))
            return null;
        var next = block.Operations.IndexOf(attempt) + 1;
        return next > 0 && next < block.Operations.Length
            && block.Operations[next] is IReturnOperation { ReturnedValue: { } value }
            && (IsMadeUp(value) || Operands.Unwrap(value) is ILocalReferenceOperation { Type.SpecialType:
                >= SpecialType.System_SByte and <= SpecialType.System_Double })
                ? value : null;
    }

    static bool IsInLoop(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is ILoopOperation)
                return true;
        return false;
    }

    static bool IsMadeUp(IOperation value)
    {
        value = Operands.Unwrap(value);
        return value switch
        {
            ILiteralOperation or IDefaultValueOperation or IParameterReferenceOperation => true,
            { ConstantValue.HasValue: true } => true,
            IBinaryOperation sum => IsMadeUp(sum.LeftOperand) && IsMadeUp(sum.RightOperand),
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } } => true,
            IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [var result] } => IsMadeUp(result.Value),
            IInvocationOperation { TargetMethod: { Name: "FromResult", IsStatic: true }, Arguments: [var result] } =>
                IsMadeUp(result.Value),
            _ => false,
        };
    }

    static bool IsInFunction(IOperation operation, IOperation around)
    {
        for (var parent = operation.Parent; parent is not null && parent != around; parent = parent.Parent)
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        return false;
    }
}
