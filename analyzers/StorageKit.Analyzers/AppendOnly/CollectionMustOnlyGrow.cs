using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1007: the collection that is the log of an append-only member is only added to: nothing in it is removed,
/// replaced, moved or forgotten, in any method of the store.
/// </summary>
internal sealed class CollectionMustOnlyGrow() : StoreRule(Descriptors.SK1007_CollectionMustOnlyGrow)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var writes = new EntryWrites(store, member);
            var logs = LogsOf(writes);
            if (logs.Count == 0 || writes.AddTo([]) || writes.AreHandedOn())
                continue;
            var changes = CollectionChanges.Of(store, logs);

            // Beside a collection that only grows, one that forgets is a cache of recent entries.
            if (logs.Any(log => !changes.Any(change => Is(change.Field, log)) || Contents.AreHandedOn(log, store)))
                continue;
            foreach (var (effect, field, what) in changes)
                yield return At(effect, member.DisplayName, what, field.Name);
        }
    }

    static List<ISymbol> LogsOf(EntryWrites writes)
    {
        var logs = new List<ISymbol>();
        foreach (var (effect, field) in EntryCollections.Find(writes))
            if (effect.Technology != Dictionaries.Technology && effect.Technology != ConcurrentCollections.Technology
                && !logs.Any(log => Is(log, field)))
                logs.Add(field);
        foreach (var ring in CollectionChanges.Rings(writes))
            if (!logs.Any(log => Is(log, ring)))
                logs.Add(ring);
        return logs;
    }

    static bool Is(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
