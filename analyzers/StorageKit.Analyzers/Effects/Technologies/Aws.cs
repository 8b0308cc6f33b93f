namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>AWS SDK for DynamoDB: the low-level client, the document model and the object model.</summary>
internal static class DynamoDb
{
    public static Technology Technology { get; } = new(
        "DynamoDB",
        [
            "Amazon.DynamoDBv2.IAmazonDynamoDB", "Amazon.DynamoDBv2.AmazonDynamoDBClient",
            "Amazon.DynamoDBv2.DocumentModel.Table", "Amazon.DynamoDBv2.DocumentModel.ITable",
            "Amazon.DynamoDBv2.DataModel.IDynamoDBContext", "Amazon.DynamoDBv2.DataModel.DynamoDBContext",
        ],
        [
            new("PutItem", EffectKind.CreateOnly, With: "ConditionExpression"),
            new("PutItem", EffectKind.CreateOnly, With: "ConditionalExpression"),
            new("PutItem", EffectKind.Overwrite),
            new("TransactWriteItems", EffectKind.CreateOnly, With: "ConditionExpression"),
            new("UpdateItem", EffectKind.Overwrite),
            new("DeleteItem", EffectKind.Delete),
            new("DeleteTable", EffectKind.Truncate),
            new("Save", EffectKind.Overwrite),
            new("Delete", EffectKind.Delete),
        ],
        "'UpdateItem' with 'ADD'",
        Place: Place.Receiver);
}

/// <summary>AWS SDK for S3.</summary>
internal static class S3
{
    public static Technology Technology { get; } = new(
        "S3",
        ["Amazon.S3.IAmazonS3", "Amazon.S3.AmazonS3Client"],
        [
            new("PutObject", EffectKind.CreateOnly, With: "IfNoneMatch"),
            new("PutObject", EffectKind.Overwrite),
            new("DeleteObject", EffectKind.Delete),
            new("DeleteObjects", EffectKind.Delete),
        ],
        "a 'PutObject' with 'IfMatch'",
        Place: Place.Receiver);
}
