using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2006: in a store with an atomic member, delegates of AddOrUpdate and GetOrAdd change nothing but what they return.
/// </summary>
internal sealed class DictionaryDelegateMustBePure() : StoreRule(Descriptors.SK2006_DictionaryDelegateMustBePure)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        if (!store.MembersWith(Promises.AtomicReadModifyWrite).Any())
            yield break;
        foreach (var call in store.AllEffects)
            if (call.Technology == ConcurrentCollections.Technology && !call.IsLocked)
                foreach (var found in DictionaryDelegate.Of(call))
                    if (new DelegateSideEffect(found).Find() is var (place, fact))
                        yield return At(call, place.Syntax.GetLocation(), store.Type.Name, NameOf(call), fact);
                    else if (store.AllEffects.FirstOrDefault(effect => Changes(effect) && found.Contains(effect))
                        is { } stored)
                        yield return At(stored, store.Type.Name, NameOf(call), $"changes {stored.Technology.Name}");
    }

    /// <summary>
    /// What is written elsewhere while the dictionary waits; a script's commands, and locks, are judged by other rules.
    /// </summary>
    static bool Changes(Effect effect) =>
        effect.Kind is EffectKind.Append or EffectKind.Overwrite or EffectKind.Delete or EffectKind.Truncate
            or EffectKind.Expire or EffectKind.AtomicUpdate or EffectKind.CompareAndSet or EffectKind.CreateOnly
        && effect.Technology != Fields.Technology && effect.Technology != InterlockedCalls.Technology
        && ApiCall.From(effect.Operation) is { Member.Name: not ("ScriptEvaluate" or "ScriptEvaluateAsync") };

    static string NameOf(Effect call) => ApiCall.From(call.Operation)?.Member.Name ?? "AddOrUpdate";
}
