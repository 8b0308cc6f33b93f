using StorageKit.Analyzers.AppendOnly;
using StorageKit.CodeFixes.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.DocumentSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>The fix of SK1004: what it writes, and where it is not offered.</summary>
public sealed class RefuseToOverwriteTests() : StoreRuleTests(new DocumentMustNotBeOverwritten())
{
    const string Doc = "var doc = new Doc { Id = $\"{entry.Seq}\", Json = entry.ToJson() }; ";
    const string Row = "var row = new TableEntity($\"{entry.SessionId}\", $\"{entry.Seq}\") { [\"json\"] = entry.ToJson() }; ";

    CodeFixHarness Fix => new(Analyzer, new RefuseToOverwrite());

    [Theory]
    [InlineData(Doc + "await [|cosmos.UpsertItemAsync(doc)|];", Doc + "await cosmos.CreateItemAsync(doc);")]
    [InlineData(
        Doc + "await [|cosmos.UpsertItemAsync<Doc>(doc, new PartitionKey(doc.Id), cancellationToken: cancellationToken)|];",
        Doc + "await cosmos.CreateItemAsync<Doc>(doc, new PartitionKey(doc.Id), cancellationToken: cancellationToken);")]
    [InlineData(
        Doc + "await [|blobs.GetBlobClient(doc.Id).UploadAsync(BinaryData.FromString(doc.Json), overwrite: true)|];",
        Doc + "await blobs.GetBlobClient(doc.Id).UploadAsync(BinaryData.FromString(doc.Json), overwrite: false);")]
    [InlineData(
        Doc + "await [|blobs.GetBlobClient(doc.Id).UploadAsync(BinaryData.FromString(doc.Json), true, cancellationToken)|];",
        Doc + "await blobs.GetBlobClient(doc.Id).UploadAsync(BinaryData.FromString(doc.Json), false, cancellationToken);")]
    [InlineData(Row + "await [|table.UpsertEntityAsync(row)|];", Row + "await table.AddEntityAsync(row);")]
    [InlineData(
        Row + "await [|table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken)|];",
        Row + "await table.AddEntityAsync(row, cancellationToken);")]
    [InlineData(
        Row + "await [|table.UpsertEntityAsync(row, cancellationToken: cancellationToken)|]; await [|table.UpsertEntityAsync(row)|];",
        Row + "await table.AddEntityAsync(row, cancellationToken: cancellationToken); await table.AddEntityAsync(row);")]
    public Task A_call_that_has_a_twin_which_refuses(string before, string after) =>
        Fix.VerifyAsync(Documents(before), Documents(after));

    [Theory]
    [InlineData(Doc + "await [|entries.ReplaceOneAsync(d => d.Id == doc.Id, doc, new ReplaceOptions { IsUpsert = true })|];")]
    [InlineData(Row + "await [|table.UpdateEntityAsync(row, ETag.All)|];")]
    [InlineData(Row + "var mode = TableUpdateMode.Merge; await [|table.UpsertEntityAsync(row, mode)|];")]
    public Task Nothing_for_a_call_that_has_none(string emit) => Fix.VerifyNoFixAsync(Documents(emit));
}
