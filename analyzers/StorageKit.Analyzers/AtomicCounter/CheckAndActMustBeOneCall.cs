using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2005: an atomic member does not look into a concurrent dictionary in one call and change it in another, and does
/// not ignore that TryAdd or TryUpdate changed nothing.
/// </summary>
internal sealed class CheckAndActMustBeOneCall() : StoreRule(Descriptors.SK2005_CheckAndActMustBeOneCall)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
        {
            var effects = store.EffectsOf(member.Implementation);
            var stale = new HashSet<Effect>(StaleWrite.In(effects, StaleCause.Unprotected)
                .Select(found => found.Write));
            foreach (var effect in effects)
                if (effect.Technology == ConcurrentCollections.Technology && !effect.IsLocked
                    && FaultOf(effect, stale, effects) is { } fault)
                    yield return At(effect, member.DisplayName, fault, NameOf(effect));
        }
    }

    static string? FaultOf(Effect effect, HashSet<Effect> stale, IReadOnlyList<Effect> effects) => effect.Kind switch
    {
        EffectKind.Overwrite when stale.Contains(effect) && !FreshObject.IsReadBack(effect) =>
            "reads and then writes",
        EffectKind.Overwrite when FreshObject.IsFilledInOnMiss(effect, effects) =>
            "after a miss puts an object of its own into",
        EffectKind.Overwrite or EffectKind.CreateOnly when PutsBack(effect) => "takes out and puts back a value of",
        EffectKind.CompareAndSet when IsIgnored(effect.Operation) => "ignores whether 'TryUpdate' changed anything in",
        EffectKind.CreateOnly when IsIgnored(effect.Operation) && MissGuard.ReadBefore(effect, effects) is not null =>
            "ignores whether 'TryAdd' added anything to",
        _ => null,
    };

    /// <summary>While it is out, another caller begins anew.</summary>
    static bool PutsBack(Effect effect) =>
        effect.Values.Any(value => ValueFlow.RemovalsBehind(value, effect.Frame).Any(effect.IsSamePlaceAs));

    static bool IsIgnored(IOperation call) =>
        call.Parent is IExpressionStatementOperation
            or ISimpleAssignmentOperation { Target: IDiscardOperation };

    static string NameOf(Effect effect) =>
        ApiCall.From(effect.Operation) is { Receiver: { } receiver }
            ? Operands.Unwrap(receiver) switch
            {
                IMemberReferenceOperation { Member.Name: var name } => name,
                ILocalReferenceOperation { Local.Name: var name } => name,
                IParameterReferenceOperation { Parameter.Name: var name } => name,
                _ => "the dictionary",
            }
            : "the dictionary";
}
