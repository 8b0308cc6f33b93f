namespace StorageKit.Analyzers.Tests.Stubs;

/// <summary>The shape of MongoDB.Driver, Azure's and AWS's clients, and Elasticsearch's.</summary>
static class DocumentStoreStubs
{
    public const string Source = """
        #nullable disable
        using System.Linq.Expressions;

        namespace System { public class BinaryData { public static BinaryData FromString(string data) => null; } }

        namespace MongoDB.Driver
        {
            public class CreateCollectionOptions { public bool? Capped { get; set; } public long? MaxSize { get; set; } }
            public class CreateIndexOptions { public bool? Unique { get; set; } public TimeSpan? ExpireAfter { get; set; } }
            public class CreateIndexModel<T> { public CreateIndexModel(string keys, CreateIndexOptions options = null) { } }
            public interface IMongoIndexManager<T> { Task<string> CreateOneAsync(CreateIndexModel<T> model, object options = null, CancellationToken cancellationToken = default); }
            public interface IMongoDatabase
            {
                IMongoCollection<T> GetCollection<T>(string name, object settings = null);
                Task CreateCollectionAsync(string name, CreateCollectionOptions options = null, CancellationToken cancellationToken = default);
            }
            public class InsertOneOptions { }
            public class ReplaceOptions { public bool IsUpsert { get; set; } }
            public class UpdateOptions { public bool IsUpsert { get; set; } }
            public class FilterDefinition<T> { }
            public class UpdateDefinition<T> { public static implicit operator UpdateDefinition<T>(string json) => null; }
            public class UpdateDefinitionBuilder<T>
            {
                public UpdateDefinition<T> Set<F>(Expression<Func<T, F>> field, F value) => null;
                public UpdateDefinition<T> SetOnInsert<F>(Expression<Func<T, F>> field, F value) => null;
                public UpdateDefinition<T> Push<F>(Expression<Func<T, IEnumerable<F>>> field, F value) => null;
            }
            public static class UpdateDefinitionExtensions { public static UpdateDefinition<T> SetOnInsert<T, F>(this UpdateDefinition<T> update, Expression<Func<T, F>> field, F value) => null; }
            public static class Builders<T> { public static UpdateDefinitionBuilder<T> Update => null; }
            public interface IMongoCollection<T>
            {
                IMongoIndexManager<T> Indexes { get; }
                Task InsertOneAsync(T document, InsertOneOptions options = null, CancellationToken cancellationToken = default);
                void InsertOne(T document, InsertOneOptions options = null, CancellationToken cancellationToken = default);
                Task InsertManyAsync(IEnumerable<T> documents, object options = null, CancellationToken cancellationToken = default);
                Task<object> ReplaceOneAsync(FilterDefinition<T> filter, T replacement, ReplaceOptions options = null, CancellationToken cancellationToken = default);
                Task<object> UpdateOneAsync(FilterDefinition<T> filter, UpdateDefinition<T> update, UpdateOptions options = null, CancellationToken cancellationToken = default);
                Task<T> FindOneAndUpdateAsync(FilterDefinition<T> filter, UpdateDefinition<T> update, object options = null, CancellationToken cancellationToken = default);
            }
            public static class IMongoCollectionExtensions
            {
                public static Task<object> ReplaceOneAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, T replacement, ReplaceOptions options = null, CancellationToken cancellationToken = default) => null;
                public static Task<object> UpdateOneAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, UpdateDefinition<T> update, UpdateOptions options = null, CancellationToken cancellationToken = default) => null;
                public static Task<object> DeleteManyAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, CancellationToken cancellationToken = default) => null;
            }
        }

        namespace Azure { public struct ETag { public static readonly ETag All; } public class Response { } public class Response<T> { } }

        namespace Azure.Data.Tables
        {
            public interface ITableEntity { string PartitionKey { get; set; } string RowKey { get; set; } }
            public class TableEntity : Dictionary<string, object>, ITableEntity
            {
                public TableEntity(string partitionKey, string rowKey) { }
                public string PartitionKey { get; set; }
                public string RowKey { get; set; }
            }
            public enum TableUpdateMode { Merge, Replace }
            public class TableServiceClient { public virtual TableClient GetTableClient(string tableName) => null; }
            public class TableClient
            {
                public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) where T : ITableEntity => null;
                public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) where T : ITableEntity => null;
                public virtual Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) where T : ITableEntity => null;
                public virtual Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) => null;
            }
        }

        namespace Microsoft.Azure.Cosmos
        {
            public struct PartitionKey { public PartitionKey(string value) { } }
            public class ItemRequestOptions { }
            public class ItemResponse<T> { }
            public class TransactionalBatch
            {
                public virtual TransactionalBatch CreateItem<T>(T item, object requestOptions = null) => this;
                public virtual TransactionalBatch UpsertItem<T>(T item, object requestOptions = null) => this;
                public virtual Task<object> ExecuteAsync(CancellationToken cancellationToken = default) => null;
            }
            public class ContainerProperties
            {
                public ContainerProperties(string id, string partitionKeyPath) { }
                public int? DefaultTimeToLive { get; set; }
            }
            public abstract class Database { public abstract Task<object> CreateContainerIfNotExistsAsync(ContainerProperties containerProperties, int? throughput = null); }
            public abstract class Container
            {
                public abstract Task<ItemResponse<T>> CreateItemAsync<T>(T item, PartitionKey? partitionKey = null, ItemRequestOptions requestOptions = null, CancellationToken cancellationToken = default);
                public abstract Task<ItemResponse<T>> UpsertItemAsync<T>(T item, PartitionKey? partitionKey = null, ItemRequestOptions requestOptions = null, CancellationToken cancellationToken = default);
                public abstract Task<ItemResponse<T>> ReplaceItemAsync<T>(T item, string id, PartitionKey? partitionKey = null, ItemRequestOptions requestOptions = null, CancellationToken cancellationToken = default);
                public abstract Task<ItemResponse<T>> DeleteItemAsync<T>(string id, PartitionKey partitionKey, ItemRequestOptions requestOptions = null, CancellationToken cancellationToken = default);
                public abstract TransactionalBatch CreateTransactionalBatch(PartitionKey partitionKey);
            }
        }

        namespace Azure.Storage.Blobs.Models
        {
            public class BlobRequestConditions { public ETag? IfMatch { get; set; } public ETag? IfNoneMatch { get; set; } }
            public class BlobUploadOptions { public BlobRequestConditions Conditions { get; set; } }
            public class AppendBlobCreateOptions { public BlobRequestConditions Conditions { get; set; } }
            public class BlobContentInfo { }
        }

        namespace Azure.Storage.Blobs
        {
            using Azure.Storage.Blobs.Models;
            public class BlobContainerClient
            {
                public virtual BlobClient GetBlobClient(string blobName) => null;
                public virtual Task<Response<BlobContentInfo>> UploadBlobAsync(string blobName, BinaryData content, CancellationToken cancellationToken = default) => null;
            }
            public class BlobClient : Specialized.BlobBaseClient
            {
                public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content) => null;
                public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, CancellationToken cancellationToken) => null;
                public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default) => null;
                public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, BlobUploadOptions options, CancellationToken cancellationToken = default) => null;
            }
        }

        namespace Azure.Storage.Blobs.Specialized
        {
            using Azure.Storage.Blobs.Models;
            public class BlobBaseClient { public virtual Task<Response<bool>> DeleteIfExistsAsync(object snapshotsOption = null, BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) => null; }
            public class AppendBlobClient : BlobBaseClient
            {
                public virtual Task<Response<object>> CreateAsync(AppendBlobCreateOptions options, CancellationToken cancellationToken = default) => null;
                public virtual Task<Response<object>> CreateIfNotExistsAsync(AppendBlobCreateOptions options = null, CancellationToken cancellationToken = default) => null;
                public virtual Task<Response<object>> AppendBlockAsync(Stream content, object options = null, CancellationToken cancellationToken = default) => null;
            }
        }

        namespace Amazon.DynamoDBv2.Model
        {
            public class UpdateTimeToLiveRequest { public string TableName { get; set; } }
            public class AttributeValue { public AttributeValue(string s) { } }
            public class PutItemRequest
            {
                public string TableName { get; set; }
                public Dictionary<string, AttributeValue> Item { get; set; }
                public string ConditionExpression { get; set; }
            }
        }

        namespace Amazon.DynamoDBv2
        {
            using Amazon.DynamoDBv2.Model;
            public interface IAmazonDynamoDB
            {
                Task<object> UpdateTimeToLiveAsync(Model.UpdateTimeToLiveRequest request, CancellationToken cancellationToken = default);
                Task<object> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default);
                Task<object> PutItemAsync(string tableName, Dictionary<string, AttributeValue> item, CancellationToken cancellationToken = default);
                Task<object> DeleteItemAsync(string tableName, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken = default);
            }
        }

        namespace Amazon.S3.Model { public class PutObjectRequest { public string BucketName { get; set; } public string Key { get; set; } public string ContentBody { get; set; } public string IfNoneMatch { get; set; } } }
        namespace Amazon.S3 { public interface IAmazonS3 { Task<object> PutObjectAsync(Model.PutObjectRequest request, CancellationToken cancellationToken = default); } }

        namespace Elastic.Clients.Elasticsearch
        {
            public enum OpType { Index, Create }
            public class IndexRequestDescriptor<T> { public IndexRequestDescriptor<T> Index(string index) => this; public IndexRequestDescriptor<T> Id(string id) => this; public IndexRequestDescriptor<T> OpType(OpType opType) => this; }
            public class ElasticsearchClient
            {
                public virtual Task<object> IndexAsync<T>(T document, Action<IndexRequestDescriptor<T>> configureRequest, CancellationToken cancellationToken = default) => null;
                public virtual Task<object> CreateAsync<T>(T document, Action<object> configureRequest, CancellationToken cancellationToken = default) => null;
            }
        }
        """;
}
