using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1008: an append-only member does not keep its entries in a bag, a stack, a set or a dictionary alone, because they
/// give them back in another order.
/// </summary>
internal sealed class ContainerMustKeepOrder() : StoreRule(Descriptors.SK1008_ContainerMustKeepOrder)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var writes = new EntryWrites(store, member);
            var kept = EntryCollections.Find(writes);
            if (kept.Count == 0 || CollectionChanges.Rings(writes).Any()
                || kept.Any(put => UnorderedContainer.Of(put.Effect, put.Field) is null)
                || writes.AddTo([]) || writes.AreHandedOn())
                continue;
            foreach (var (effect, field) in kept)
                if (field.Locations.FirstOrDefault(location => location.IsInSource) is { } place)
                    yield return At(
                        effect, place, member.DisplayName, field.Name, UnorderedContainer.Of(effect, field)!);
        }
    }
}
