using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2015: an atomic member returns what its atomic operation answered, not what a read beside it found: another caller
/// may have counted in between, and then two are told the same total.
/// </summary>
internal sealed class TotalMustBeTheResult() : StoreRule(Descriptors.SK2015_TotalMustBeTheResult)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
        {
            var effects = store.EffectsOf(member.Implementation);
            foreach (var update in effects)
                if (update.Kind == EffectKind.AtomicUpdate && IsForgotten(update))
                    yield return At(
                        update, member.DisplayName, "returns what a command answers that is not waited for",
                        "Leave out 'CommandFlags.FireAndForget'");
            if (store.FramesOf(member.Implementation) is [var entry, ..])
                foreach (var read in ReturnedReads(entry, effects))
                    yield return At(
                        read, member.DisplayName, "returns a total that it reads beside the atomic update",
                        "Return what the update answers");
        }
    }

    /// <summary>Reads of the updated place whose value is returned after the update.</summary>
    static IEnumerable<Effect> ReturnedReads(Frame entry, IReadOnlyList<Effect> effects)
    {
        foreach (var returned in entry.Body.Returns)
        {
            var reads = ValueFlow.ReadsBehind(returned, entry);
            if (reads.Count == 0 || Sources.Any(returned, entry, static (operation, frame) =>
                frame.EffectsAt(operation).Any(effect =>
                    effect.Kind == EffectKind.AtomicUpdate && effect.Technology != InterlockedCalls.Technology)))
                continue;
            foreach (var read in reads)
                if (!read.IsLocked && effects.Any(update => IsUpdateOf(update, read) && !update.IsLocked
                    && IsBefore(update, returned, entry) && !OneStep.Joins(update, read, effects)
                    && !IsProtected(update, read, effects)))
                    yield return read;
        }
    }

    static bool IsUpdateOf(Effect update, Effect read) =>
        update.Kind == EffectKind.AtomicUpdate
        && (update.Technology == InterlockedCalls.Technology
            ? read.Technology == Fields.Technology && update.Key == read.Target
            : update.IsSamePlaceAs(read) && (update.Key.Length > 0 || update.Statement is not null)
                && update.Technology != Fields.Technology);

    /// <summary>A transaction, of any isolation, that updates first, keeps the row until it is over.</summary>
    static bool IsProtected(Effect update, Effect read, IReadOnlyList<Effect> effects)
    {
        var open = false;
        foreach (var effect in effects)
        {
            if (effect == read)
                return open;
            open = effect.Kind switch
            {
                EffectKind.Begin or EffectKind.BeginWeak or EffectKind.LockEnter => true,
                EffectKind.Commit or EffectKind.LockExit => false,
                _ => open,
            };
        }

        return open;
    }

    /// <summary>The update has happened when the member returns: it is before, and in no branch that leaves.</summary>
    static bool IsBefore(Effect update, IOperation returned, Frame entry)
    {
        var (operation, frame) = (update.Operation, update.Frame);
        while (frame != entry && frame.CallSite is { } site && frame.Caller is { } caller)
            (operation, frame) = (site, caller);
        if (frame != entry || operation.Syntax.Span.End > returned.Syntax.Span.End)
            return false;
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Syntax.Span.Contains(returned.Syntax.Span))
                return parent is not (IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation);
            if (parent is IBlockOperation { Operations: [.., IReturnOperation or IThrowOperation] } or IReturnOperation
                or IAnonymousFunctionOperation or ICatchClauseOperation)
                return false;
        }

        return false;
    }

    /// <summary>An answer that is used, of a command that is sent without waiting for one.</summary>
    static bool IsForgotten(Effect update) =>
        update.Technology == StackExchangeRedis.Technology
        && ApiCall.From(update.Operation)?.Argument("flags") is { } flags
        && flags.DescendantsAndSelf().Any(part => part is IFieldReferenceOperation { Field.Name: "FireAndForget" })
        && IsUsed(update.Operation);

    static bool IsUsed(IOperation call)
    {
        var parent = call.Parent;
        while (parent is IAwaitOperation or IConversionOperation
            || parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            parent = parent.Parent;
        return parent is not (IExpressionStatementOperation
            or ISimpleAssignmentOperation { Target: IDiscardOperation });
    }
}
