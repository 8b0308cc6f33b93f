using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.DocumentSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1004, code that breaks the rule.</summary>
public sealed class DocumentMustNotBeOverwrittenTests() : StoreRuleTests(new DocumentMustNotBeOverwritten())
{
    const string Doc = "var doc = new Doc { Id = $\"{entry.Seq}\", Json = entry.ToJson() }; ";

    const string Row = "var row = new TableEntity($\"{entry.SessionId}\", $\"{entry.Seq}\") { [\"json\"] = entry.ToJson() }; ";

    const string Item = "new Dictionary<string, AttributeValue> { [\"json\"] = new(entry.ToJson()) }";

    [Theory]
    [InlineData("await [|entries.ReplaceOneAsync(d => d.Id == doc.Id, doc, new ReplaceOptions { IsUpsert = true })|];")]
    [InlineData("await [|entries.UpdateOneAsync(d => d.Id == doc.Id, Builders<Doc>.Update.Set(d => d.Json, doc.Json), new UpdateOptions { IsUpsert = true })|];")]
    [InlineData("await [|mongo.GetCollection<Doc>(\"audit\").ReplaceOneAsync(any, doc)|];")]
    [InlineData("await [|cosmos.UpsertItemAsync(doc)|];")]
    [InlineData("await [|cosmos.UpsertItemAsync(doc, new PartitionKey(doc.Id), cancellationToken: cancellationToken)|];")]
    [InlineData("await [|cosmos.CreateTransactionalBatch(new PartitionKey(doc.Id)).UpsertItem(doc)|].ExecuteAsync();")]
    [InlineData("await [|elastic.IndexAsync(doc, i => i.Index(\"audit\").Id(doc.Id))|];")]
    [InlineData("await [|blobs.GetBlobClient(doc.Id).UploadAsync(BinaryData.FromString(doc.Json), overwrite: true)|];")]
    [InlineData("var blob = blobs.GetBlobClient(doc.Id); await [|blob.UploadAsync(BinaryData.FromString(doc.Json), new BlobUploadOptions())|];")]
    [InlineData("await [|s3.PutObjectAsync(new PutObjectRequest { BucketName = \"audit\", Key = doc.Id, ContentBody = doc.Json })|];")]
    public Task Documents_and_blobs(string emit) => Flags(Documents(Doc + emit));

    [Theory]
    [InlineData("await [|table.UpsertEntityAsync(row)|];")]
    [InlineData("await [|table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken)|];")]
    [InlineData("await [|table.UpdateEntityAsync(row, ETag.All)|];")]
    [InlineData("await SaveAsync(row); Task SaveAsync(TableEntity e) => [|table.UpsertEntityAsync(e)|];")]
    public Task Tables(string emit) => Flags(Documents(Row + emit));

    [Theory]
    [InlineData("await [|dynamo.PutItemAsync(\"audit\", " + Item + ")|];")]
    [InlineData("await [|dynamo.PutItemAsync(new PutItemRequest { TableName = \"audit\", Item = " + Item + " })|];")]
    [InlineData("var r = new PutItemRequest(); r.Item = " + Item + "; await [|dynamo.PutItemAsync(r)|];")]
    public Task Dynamo(string emit) => Flags(Documents(emit));

    [Fact]
    public Task What_was_inserted_is_replaced_or_deleted_elsewhere() => Flags(Documents(
        Doc + "await entries.InsertOneAsync(doc);",
        """
        public Task PurgeAsync() => [|entries.DeleteManyAsync(d => d.N < 5)|];
        public Task RedactAsync(string id) => [|entries.UpdateOneAsync(d => d.Id == id, "{ $set: { json: '' } }")|];
        public async Task HideAsync(Doc doc) { var c = entries; await [|c.ReplaceOneAsync(any, doc)|]; }
        """));

    [Fact]
    public Task What_was_added_to_a_table_is_updated_or_deleted_elsewhere() => Flags(Documents(
        Row + "await table.AddEntityAsync(row);",
        """
        public Task FlagAsync(TableEntity row) => [|table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge)|];
        public Task DropAsync(string p, string r) => [|table.DeleteEntityAsync(p, r)|];
        """));

    [Fact]
    public Task What_was_created_in_a_container_is_replaced_elsewhere() => Flags(Documents(
        Doc + "await cosmos.CreateItemAsync(doc);",
        """
        public Task FixAsync(Doc doc) => [|cosmos.ReplaceItemAsync(doc, doc.Id)|];
        public Task DropAsync(string id) => [|cosmos.DeleteItemAsync<Doc>(id, new PartitionKey(id))|];
        """));

    [Fact]
    public Task An_append_blob_that_is_created_anew_or_deleted() => Flags(Documents(
        """
        await [|appendBlob.CreateAsync(new AppendBlobCreateOptions())|];
        await appendBlob.AppendBlockAsync(new MemoryStream(Encoding.UTF8.GetBytes(entry.ToJson())));
        """,
        "public Task ClearAsync() => [|appendBlob.DeleteIfExistsAsync()|];"));

    [Fact]
    public Task A_table_of_Dynamo_that_is_conditionally_written_is_deleted_from() => Flags(Documents(
        "await dynamo.PutItemAsync(new PutItemRequest { TableName = \"audit\", Item = " + Item + ", ConditionExpression = \"attribute_not_exists(id)\" });",
        "public Task DropAsync(Dictionary<string, AttributeValue> key) => [|dynamo.DeleteItemAsync(\"audit\", key)|];"));
}
