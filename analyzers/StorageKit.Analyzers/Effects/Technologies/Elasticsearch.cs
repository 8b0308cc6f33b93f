namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>
/// Elasticsearch's clients. Indexing without an id adds; with one it replaces, which the rule looks at.
/// </summary>
internal static class Elasticsearch
{
    public static Technology Technology { get; } = new(
        "Elasticsearch",
        ["Elastic.Clients.Elasticsearch.ElasticsearchClient", "Nest.IElasticClient", "Nest.ElasticClient"],
        [
            new("Index", EffectKind.Append),
            new("IndexDocument", EffectKind.Append),
            new("Create", EffectKind.CreateOnly),
            new("Update", EffectKind.Overwrite),
            new("UpdateByQuery", EffectKind.Overwrite),
            new("Delete", EffectKind.Delete),
            new("DeleteByQuery", EffectKind.Delete),
        ],
        Place: Place.Receiver);
}
