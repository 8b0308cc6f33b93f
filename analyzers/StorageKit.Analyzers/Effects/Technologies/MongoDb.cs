namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>MongoDB.Driver: a collection is the place. Bulk writes are judged by the models in them.</summary>
internal static class MongoDb
{
    public static Technology Technology { get; } = new(
        "MongoDB",
        [
            "MongoDB.Driver.IMongoCollection`1", "MongoDB.Driver.IMongoCollectionExtensions",
            "MongoDB.Driver.MongoCollectionBase`1",
        ],
        [
            new("InsertOne", EffectKind.Append),
            new("InsertMany", EffectKind.Append),
            new("ReplaceOne", EffectKind.Overwrite),
            new("UpdateOne", EffectKind.Overwrite),
            new("UpdateMany", EffectKind.Overwrite),
            new("FindOneAndReplace", EffectKind.Overwrite),
            new("FindOneAndUpdate", EffectKind.Overwrite),
            new("DeleteOne", EffectKind.Delete),
            new("DeleteMany", EffectKind.Delete),
            new("FindOneAndDelete", EffectKind.Delete),
        ],
        "'FindOneAndUpdate' with '$inc'",
        Place: Place.Receiver);
}
