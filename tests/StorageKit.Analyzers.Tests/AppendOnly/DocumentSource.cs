namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>Audit sinks over document, table and blob stores.</summary>
static class DocumentSource
{
    public static string Documents(string emit, string members = "") => """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;
        using Amazon.S3;
        using Amazon.S3.Model;
        using Azure;
        using Azure.Data.Tables;
        using Azure.Storage.Blobs;
        using Azure.Storage.Blobs.Models;
        using Azure.Storage.Blobs.Specialized;
        using Elastic.Clients.Elasticsearch;
        using Microsoft.Azure.Cosmos;
        using MongoDB.Driver;

        """ + AuditSinkSource.Sink(emit, members,
            "IMongoDatabase mongo, IMongoCollection<Doc> entries, IMongoCollection<Doc> heads, TableClient table, Container cosmos, "
            + "BlobContainerClient blobs, AppendBlobClient appendBlob, IAmazonDynamoDB dynamo, IAmazonS3 s3, ElasticsearchClient elastic, "
            + "FilterDefinition<Doc> any, UpdateDefinition<Doc> change") + """


        public class Doc { public string Id { get; set; } = ""; public string Json { get; set; } = ""; public List<string> Lines { get; set; } = []; public long N { get; set; } }
        """;
}
