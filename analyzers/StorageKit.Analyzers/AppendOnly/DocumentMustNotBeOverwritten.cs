using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1004: what an append-only member puts into a document, table or blob store is put there by a call that refuses to
/// overwrite, and is not changed or deleted afterwards, in any method of the store.
/// </summary>
internal sealed class DocumentMustNotBeOverwritten() : StoreRule(Descriptors.SK1004_DocumentMustNotBeOverwritten)
{
    static readonly Technology[] Stores =
    [
        MongoDb.Technology, AzureTables.Technology, Cosmos.Technology, AzureBlobs.Technology, DynamoDb.Technology,
        S3.Technology, Elasticsearch.Technology, DeclaredEffects.Technology,
    ];

    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var documents = store.AllEffects.Where(effect => Stores.Contains(effect.Technology)).ToList();
            if (documents.Count == 0)
                yield break;
            var writes = new EntryWrites(store, member);
            var places = PlacesOf(writes);
            foreach (var effect in documents)
                if (Describe(effect) is { } what && Places.AreAlike(DocumentCall.PlaceOf(effect), places))
                    yield return At(
                        effect, member.DisplayName, effect.Technology.Name, what, DocumentCall.RightCall(effect));
        }
    }

    /// <summary>Where entries are added; where they are not, what they are written over.</summary>
    static HashSet<string> PlacesOf(EntryWrites writes)
    {
        var added = new HashSet<string>(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var effect in writes.Reached)
        {
            if (!Stores.Contains(effect.Technology) || !EntryFlow.CarriesEntry(effect))
                continue;
            if (effect.Kind is EffectKind.Append or EffectKind.CreateOnly && !DocumentCall.Replaces(effect))
                added.Add(DocumentCall.PlaceOf(effect));
            else if (Describe(effect) is not null)
                written.Add(DocumentCall.PlaceOf(effect));
        }

        return added.Count > 0 || writes.AddTo(Stores) || writes.AreHandedOn(method =>
            method.ContainingNamespace?.FullName() is "System.IO")
                ? added : written;
    }

    static string? Describe(Effect effect) => effect.Kind switch
    {
        EffectKind.Append when DocumentCall.Replaces(effect) => "replaces the entry that has the same id",
        EffectKind.Overwrite when DocumentCall.IsKnownToOverwrite(effect) => "can write over a stored entry",
        EffectKind.Delete => "deletes stored entries",
        EffectKind.Truncate => "throws stored entries away",
        EffectKind.Expire => "lets stored entries expire",
        _ => null,
    };
}
