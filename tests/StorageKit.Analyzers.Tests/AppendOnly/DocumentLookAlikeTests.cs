using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.DocumentSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1004, code that looks alike and is correct.</summary>
public sealed class DocumentLookAlikeTests() : StoreRuleTests(new DocumentMustNotBeOverwritten())
{
    const string Doc = "var doc = new Doc { Id = $\"{entry.EntryHash}\", Json = entry.ToJson() }; ";

    const string Put = "new PutItemRequest { TableName = \"audit\", Item = new() { [\"json\"] = new(entry.ToJson()) }";

    [Theory]
    [InlineData("await entries.InsertOneAsync(doc);")]
    [InlineData("await entries.InsertManyAsync(new[] { doc });")]
    [InlineData("await entries.UpdateOneAsync(d => d.Id == doc.Id, Builders<Doc>.Update.SetOnInsert(d => d.Json, doc.Json), new UpdateOptions { IsUpsert = true });")]
    [InlineData("await entries.UpdateOneAsync(d => d.Id == \"s\", Builders<Doc>.Update.Push(d => d.Lines, doc.Json));")]
    [InlineData("await entries.UpdateOneAsync(any, \"{ $setOnInsert: { json: 'x' } }\");")]
    [InlineData("await entries.UpdateOneAsync(any, change);")]
    [InlineData("await table.AddEntityAsync(new TableEntity(\"p\", doc.Id) { [\"json\"] = doc.Json });")]
    [InlineData("await cosmos.CreateItemAsync(doc);")]
    [InlineData("await cosmos.CreateTransactionalBatch(new PartitionKey(doc.Id)).CreateItem(doc).ExecuteAsync();")]
    [InlineData("await elastic.IndexAsync(doc, i => i.Index(\"audit\"));")]
    [InlineData("await elastic.IndexAsync(doc, i => i.Index(\"audit\").Id(doc.Id).OpType(OpType.Create));")]
    [InlineData("await elastic.CreateAsync(doc, _ => { });")]
    [InlineData("await blobs.UploadBlobAsync(doc.Id, BinaryData.FromString(doc.Json));")]
    [InlineData("await blobs.GetBlobClient(doc.Id).UploadAsync(BinaryData.FromString(doc.Json));")]
    [InlineData("await blobs.GetBlobClient(doc.Id).UploadAsync(BinaryData.FromString(doc.Json), overwrite: false);")]
    [InlineData("await blobs.GetBlobClient(doc.Id).UploadAsync(BinaryData.FromString(doc.Json), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } });")]
    [InlineData("var o = new BlobUploadOptions(); o.Conditions = new() { IfNoneMatch = ETag.All }; await blobs.GetBlobClient(doc.Id).UploadAsync(BinaryData.FromString(doc.Json), o);")]
    [InlineData("await s3.PutObjectAsync(new PutObjectRequest { BucketName = \"a\", Key = doc.Id, ContentBody = doc.Json, IfNoneMatch = \"*\" });")]
    public Task Creating(string emit) => Accepts(Documents(Doc + emit));

    [Theory]
    [InlineData("await dynamo.PutItemAsync(" + Put + ", ConditionExpression = \"attribute_not_exists(id)\" });")]
    [InlineData("var r = " + Put + " }; r.ConditionExpression = \"attribute_not_exists(id)\"; await dynamo.PutItemAsync(r);")]
    [InlineData("await dynamo.PutItemAsync(Request(entry)); static PutItemRequest Request(AuditEntry e) => Make(e.ToJson()); static PutItemRequest Make(string s) => throw new IOException(s);")]
    public Task Dynamo_with_a_condition_or_an_unknown_request(string emit) => Accepts(Documents(emit));

    [Fact]
    public Task An_append_blob() => Accepts(Documents("""
        await appendBlob.CreateIfNotExistsAsync();
        await appendBlob.AppendBlockAsync(new MemoryStream(Encoding.UTF8.GetBytes(entry.ToJson())));
        """));

    [Fact]
    public Task The_chain_head_beside_the_entries() => Accepts(Documents(Doc + """
        await entries.InsertOneAsync(doc);
        await heads.ReplaceOneAsync(d => d.Id == "head", new Doc { Id = "head", Json = $"{entry.EntryHash}" }, new ReplaceOptions { IsUpsert = true });
        await mongo.GetCollection<Doc>("counters").FindOneAndUpdateAsync(any, Builders<Doc>.Update.Set(d => d.N, 1));
        """));

    [Fact]
    public Task Another_table_of_the_same_client() => Accepts(Documents(
        "await dynamo.PutItemAsync(" + Put + ", ConditionExpression = \"attribute_not_exists(id)\" });",
        "public Task DropAsync(Dictionary<string, AttributeValue> key) => dynamo.DeleteItemAsync(\"sessions\", key);"));

    [Fact]
    public Task Another_collection_of_the_same_database() => Accepts(Documents(
        Doc + "await mongo.GetCollection<Doc>(\"audit\").InsertOneAsync(doc);",
        "public Task DropAsync() => mongo.GetCollection<Doc>(\"sessions\").DeleteManyAsync(d => d.N < 5);"));

    [Fact]
    public Task A_search_copy_of_what_a_database_keeps() => Accepts(Documents(Doc + """
        await entries.InsertOneAsync(doc);
        await elastic.IndexAsync(doc, i => i.Index("audit").Id(doc.Id));
        """));

    [Fact]
    public Task A_copy_of_what_another_sink_keeps() => Accepts(Documents(
        Doc + "await Inner.EmitAsync(entry); await cosmos.UpsertItemAsync(doc);", "public IAuditSink Inner { get; init; } = null!;"));

    [Fact]
    public Task Sessions_of_a_class_with_two_contracts_are_upserted() => Accepts("""
        using StorageKit;
        using Microsoft.Azure.Cosmos;
        public class Both(Container audit, Container sessions) : IAuditSink, ISessionStore
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await audit.CreateItemAsync(entry, cancellationToken: cancellationToken);
            public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) =>
                await sessions.UpsertItemAsync(session, cancellationToken: cancellationToken);
            public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
                await sessions.DeleteItemAsync<SessionRecord>($"{session}", new PartitionKey("s"));
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """);
}
