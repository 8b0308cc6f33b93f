using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// The EF Core entities that the append-only stores of a compilation add, each with the member that adds it. They are
/// looked up when the first method that may change one is met.
/// </summary>
internal sealed class StoredEntities(StoreParts parts)
{
    IReadOnlyDictionary<string, string>? entities;

    public IReadOnlyDictionary<string, string> Find(CancellationToken cancellationToken)
    {
        if (entities is { } known)
            return known;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in parts.Outside.Classes(cancellationToken))
        {
            if (!type.AllInterfaces.Any(parts.Contracts.IsContract))
                continue;
            var store = parts.Of(type, cancellationToken);
            foreach (var member in store.MembersWith(Promises.AppendOnly))
                foreach (var entity in EntityMustNotChange.EntitiesOf(new(store, member)))
                    found[entity] = member.DisplayName;
        }

        return entities = found;
    }
}
