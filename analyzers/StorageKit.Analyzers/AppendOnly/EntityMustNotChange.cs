using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1003: entities of the type that an append-only member adds are not updated or removed through EF Core, in any
/// method of the store. The type decides, so other sets of the same context may change.
/// </summary>
internal sealed class EntityMustNotChange() : StoreRule(Descriptors.SK1003_EntityMustNotChange)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var entities = EntitiesOf(new(store, member));
            if (entities.Count == 0)
                continue;
            foreach (var effect in store.AllEffects)
                if (effect.Technology == EntityFramework.Technology && entities.Contains(effect.Target)
                    && Describe(effect.Kind) is { } what)
                    yield return At(effect, member.DisplayName, what, NameOf(effect.Target));
            foreach (var effect in TrackedEntities.Changes(store, entities.Contains))
                yield return At(effect, member.DisplayName, "changes a tracked", NameOf(effect.Target));
        }
    }

    /// <summary>A retention job or an endpoint that is no store is seen too, where EF Core is referenced.</summary>
    public override Action<OperationAnalysisContext>? Elsewhere(Compilation compilation, StoreParts parts) =>
        compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbContext") is null
            ? null : new EntityChangesElsewhere(Descriptor, parts).Analyze;

    /// <summary>The entities that get the entry; where none is added, those that are updated with it instead.</summary>
    public static HashSet<string> EntitiesOf(EntryWrites writes)
    {
        var added = Targets(writes, EffectKind.Append);
        return added.Count > 0 || writes.AddTo([EntityFramework.Technology]) || writes.AreHandedOn()
            ? added : Targets(writes, EffectKind.Overwrite);
    }

    static HashSet<string> Targets(EntryWrites writes, EffectKind kind) =>
        [.. writes.Reached.Where(effect => effect.Technology == EntityFramework.Technology && effect.Kind == kind
            && effect.Target.Length > 0
            && effect.Values.Any(value => EntryFlow.CarriesEntry(value, effect.Frame)))
            .Select(effect => effect.Target)];

    public static string? Describe(EffectKind kind) => kind switch
    {
        EffectKind.Overwrite => "updates",
        EffectKind.Delete => "removes",
        _ => null,
    };

    public static string NameOf(string entity) => entity.Substring(entity.LastIndexOf('.') + 1);
}
