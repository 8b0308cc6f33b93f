using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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
    /// <summary>Methods that change what EF Core has stored call one of these, or set the last.</summary>
    static readonly ImmutableArray<string> Changing =
    [
        "SaveChanges", "SaveChangesAsync", "Update", "UpdateRange", "Remove", "RemoveRange", "SetValues",
        "ExecuteDelete", "ExecuteDeleteAsync", "ExecuteUpdate", "ExecuteUpdateAsync", "State",
    ];

    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var entities = EntitiesOf(new(store, member));
            if (entities.Count == 0)
                continue;
            foreach (var (effect, what) in Changes(store, store.EntryPoints, entities.Contains))
                yield return At(effect, member.DisplayName, what, NameOf(effect.Target));
        }
    }

    /// <summary>A retention job or an endpoint that is no store is seen too, where EF Core is referenced.</summary>
    public override ImmutableArray<string> NamesElsewhere(StoreParts parts) =>
        parts.Compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbContext") is null ? [] : Changing;

    public override IEnumerable<Violation> FindElsewhere(IMethodSymbol method, Store type)
    {
        var members = type.Parts.StoredEntities.Find(type.CancellationToken);
        if (members.Count > 0)
            foreach (var (effect, what) in Changes(type, [method], members.ContainsKey))
                yield return At(effect, members[effect.Target], what, NameOf(effect.Target));
    }

    static IEnumerable<(Effect Effect, string What)> Changes(
        Store store, IReadOnlyList<IMethodSymbol> entries, Func<string, bool> isEntity)
    {
        foreach (var entry in entries)
        {
            foreach (var effect in store.EffectsOf(entry))
                if (effect.Technology == EntityFramework.Technology && isEntity(effect.Target)
                    && Describe(effect.Kind) is { } what)
                    yield return (effect, what);
            foreach (var effect in TrackedEntities.Changes(store.FramesOf(entry), isEntity))
                yield return (effect, "changes a tracked");
        }
    }

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
