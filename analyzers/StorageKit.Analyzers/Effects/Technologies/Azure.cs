namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>Azure.Data.Tables.</summary>
internal static class AzureTables
{
    public static Technology Technology { get; } = new(
        "Azure Tables",
        ["Azure.Data.Tables.TableClient"],
        [
            new("AddEntity", EffectKind.Append),
            new("UpsertEntity", EffectKind.Overwrite),
            new("UpdateEntity", EffectKind.Overwrite),
            new("DeleteEntity", EffectKind.Delete),
            new("Delete", EffectKind.Truncate),
        ],
        "'UpdateEntityAsync' with the ETag that was read",
        Place: Place.Receiver);
}

/// <summary>Microsoft.Azure.Cosmos.</summary>
internal static class Cosmos
{
    public static Technology Technology { get; } = new(
        "Cosmos DB",
        ["Microsoft.Azure.Cosmos.Container", "Microsoft.Azure.Cosmos.TransactionalBatch"],
        [
            new("CreateItem", EffectKind.Append),
            new("CreateItemStream", EffectKind.Append),
            new("UpsertItem", EffectKind.Overwrite),
            new("UpsertItemStream", EffectKind.Overwrite),
            new("ReplaceItem", EffectKind.Overwrite),
            new("ReplaceItemStream", EffectKind.Overwrite),
            new("PatchItem", EffectKind.Overwrite),
            new("DeleteItem", EffectKind.Delete),
            new("DeleteItemStream", EffectKind.Delete),
            new("DeleteContainer", EffectKind.Truncate),
        ],
        "'PatchItemAsync' with 'PatchOperation.Increment'",
        Place: Place.Receiver);
}

/// <summary>Azure.Storage.Blobs: an upload without options refuses to overwrite, one with options overwrites.</summary>
internal static class AzureBlobs
{
    const string Blob = "Azure.Storage.Blobs.BlobClient";
    const string Block = "Azure.Storage.Blobs.Specialized.BlockBlobClient";
    const string Append = "Azure.Storage.Blobs.Specialized.AppendBlobClient";
    const string Unless = "IfNoneMatch";

    public static Technology Technology { get; } = new(
        "Azure Blobs",
        [Blob, Block, Append, "Azure.Storage.Blobs.Specialized.BlobBaseClient",
            "Azure.Storage.Blobs.BlobContainerClient"],
        [
            new("Upload", EffectKind.CreateOnly, With: Unless),
            new("Upload", EffectKind.CreateOnly, Type: Blob, Parameters: "content"),
            new("Upload", EffectKind.CreateOnly, Type: Blob, Parameters: "path"),
            new("Upload", EffectKind.CreateOnly, Type: Blob, Parameters: "content,overwrite", When: "False"),
            new("Upload", EffectKind.CreateOnly, Type: Blob, Parameters: "path,overwrite", When: "False"),
            new("Upload", EffectKind.Overwrite, Type: Blob, Parameters: "content,overwrite", When: "True"),
            new("Upload", EffectKind.Overwrite, Type: Blob, Parameters: "path,overwrite", When: "True"),
            new("Upload", EffectKind.Overwrite, Parameters: "content,options"),
            new("Upload", EffectKind.Overwrite, Parameters: "path,options"),
            new("OpenWrite", EffectKind.Overwrite, Type: Blob, When: "True"),
            new("OpenWrite", EffectKind.Overwrite, Type: Append, When: "True"),
            new("OpenWrite", EffectKind.Append, Type: Append, When: "False"),
            new("AppendBlock", EffectKind.Append),
            new("CreateIfNotExists", EffectKind.CreateOnly, Type: Append),
            new("Create", EffectKind.CreateOnly, Type: Append, With: Unless),
            new("Create", EffectKind.Truncate, Type: Append),
            new("UploadBlob", EffectKind.CreateOnly),
            new("Delete", EffectKind.Delete),
            new("DeleteIfExists", EffectKind.Delete),
            new("DeleteBlob", EffectKind.Delete),
            new("DeleteBlobIfExists", EffectKind.Delete),
        ],
        "an upload with 'IfMatch'",
        Place: Place.Receiver);
}
