using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2012: an atomic member does not load an entity, compute from it and save it, unless the entity has a concurrency
/// token, or a transaction or lock keeps others out.
/// </summary>
internal sealed class EntityMustCarryAToken() : StoreRule(Descriptors.SK2012_EntityMustCarryAToken)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
        {
            var effects = store.EffectsOf(member.Implementation);
            if (!effects.Any(Saves) || effects.Any(KeepsOthersOut))
                continue;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var change in EntityChange.In(store.FramesOf(member.Implementation), effects))
                if (!change.Frame.IsLocked(change.Operation)
                    && !store.Parts.ConcurrencyTokens.MayProtect(change.Entity)
                    && seen.Add(change.Entity.ToDisplayString()))
                    yield return new(
                        change.Operation.Syntax.GetLocation(), change.Frame,
                        [member.DisplayName, change.Entity.Name, change.Property]);
        }
    }

    static bool Saves(Effect effect) =>
        effect.Technology.Name == "EF Core" && effect.Kind is EffectKind.Flush or EffectKind.Overwrite;

    static bool KeepsOthersOut(Effect effect) =>
        effect.Kind == EffectKind.Begin || (effect.Kind == EffectKind.LockEnter && effect.Statement is not null);
}
