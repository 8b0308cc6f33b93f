using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.DocumentSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1015, code that breaks the rule and code that looks like it.</summary>
public sealed class EntriesMustNotExpireTests() : StoreRuleTests(new EntriesMustNotExpire())
{
    const string Insert = "await entries.InsertOneAsync(new Doc { Json = entry.ToJson() });";

    static string Redis(string emit, string members = "") =>
        "using StackExchange.Redis;\n" + AuditSinkSource.Sink(emit, members, "IDatabase redis");

    [Theory]
    [InlineData("""public Task CreateAsync() => entries.Indexes.CreateOneAsync(new("at", new CreateIndexOptions { [|ExpireAfter = TimeSpan.FromDays(90)|] }));""")]
    [InlineData("""public Task CreateAsync() { var o = new CreateIndexOptions(); [|o.ExpireAfter = TimeSpan.FromDays(90)|]; return entries.Indexes.CreateOneAsync(new CreateIndexModel<Doc>("at", o)); }""")]
    [InlineData("""public Task CreateAsync() => mongo.CreateCollectionAsync("audit", new CreateCollectionOptions { [|Capped = true|], MaxSize = 1 });""")]
    [InlineData("""public Task CreateAsync(Database db) => db.CreateContainerIfNotExistsAsync(new ContainerProperties("audit", "/s") { [|DefaultTimeToLive = 86400|] });""")]
    [InlineData("""public Task CreateAsync() => [|dynamo.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest { TableName = "audit" })|];""")]
    public Task Settings_of_document_stores(string members) => Flags(Documents(Insert, members));

    [Fact]
    public Task A_setting_in_a_helper_and_in_a_constructor() => Flags("""
        using StorageKit;
        using MongoDB.Driver;
        public class Doc { public string Json { get; set; } = ""; }
        public class AcmeAudit : IAuditSink
        {
            readonly IMongoCollection<Doc> _entries;
            public AcmeAudit(IMongoDatabase db)
            {
                _entries = db.GetCollection<Doc>("audit");
                Index(TimeSpan.FromDays(30)).GetAwaiter().GetResult();
            }
            Task Index(TimeSpan keep) => _entries.Indexes.CreateOneAsync(new CreateIndexModel<Doc>("at", new CreateIndexOptions { [|ExpireAfter = keep|] }));
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await _entries.InsertOneAsync(new Doc { Json = entry.ToJson() });
        }
        """);

    [Theory]
    [InlineData("await [|redis.StringSetAsync(entry.EntryHash.ToString(), entry.ToJson(), TimeSpan.FromDays(30), When.NotExists)|];")]
    [InlineData("[|redis.StringSet(entry.EntryHash.ToString(), entry.ToJson(), expiry: TimeSpan.FromDays(30), when: When.NotExists)|];")]
    public Task An_expiry_beside_the_entry(string emit) => Flags(Redis(emit));

    [Fact]
    public Task A_retention_of_pg_partman() => Flags(AuditSinkSource.Npgsql("""
        public Task SetUpAsync() => [|connection.ExecuteAsync("UPDATE partman.part_config SET retention = '90 days' WHERE parent_table = 'public.audit_log'")|];
        """));

    [Theory]
    [InlineData("""public Task CreateAsync() => entries.Indexes.CreateOneAsync(new("hash", new CreateIndexOptions { Unique = true }));""")]
    [InlineData("""public Task CreateAsync() => entries.Indexes.CreateOneAsync(new("hash", new CreateIndexOptions { ExpireAfter = null }));""")]
    [InlineData("""public Task CreateAsync() => mongo.CreateCollectionAsync("audit", new CreateCollectionOptions { Capped = false });""")]
    [InlineData("""public Task CreateAsync(Database db) => db.CreateContainerIfNotExistsAsync(new ContainerProperties("audit", "/s") { DefaultTimeToLive = -1 });""")]
    [InlineData("""public Task CreateAsync(Database db) => db.CreateContainerIfNotExistsAsync(new ContainerProperties("audit", "/s"));""")]
    public Task Settings_that_keep_everything(string members) => Accepts(Documents(Insert, members));

    [Theory]
    [InlineData("await redis.StringSetAsync(entry.EntryHash.ToString(), entry.ToJson(), null, When.NotExists);")]
    [InlineData("await redis.StringSetAsync(entry.EntryHash.ToString(), entry.ToJson(), when: When.NotExists);")]
    [InlineData("await redis.StringSetAsync(\"seen\", entry.EntryHash.ToString(), TimeSpan.FromHours(1), When.NotExists); await redis.ListRightPushAsync(\"audit\", entry.ToJson());")]
    public Task Keys_that_stay(string emit) => Accepts(Redis(emit));

    [Fact]
    public Task A_class_whose_sessions_expire() => Accepts("""
        using StorageKit;
        using MongoDB.Driver;
        public class Doc { public string Json { get; set; } = ""; }
        [StorageContract("notes")] public interface INotes { Task SaveAsync(string note); }
        public class Acme(IMongoCollection<Doc> entries, IMongoCollection<string> notes) : IAuditSink, INotes
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await entries.InsertOneAsync(new Doc { Json = entry.ToJson() });
            public Task SaveAsync(string note) => notes.InsertOneAsync(note);
            public Task CreateAsync() => notes.Indexes.CreateOneAsync(new("at", new CreateIndexOptions { ExpireAfter = TimeSpan.FromDays(1) }));
        }
        """);

    [Fact]
    public Task A_store_that_is_not_append_only() => Accepts("""
        using StorageKit;
        using MongoDB.Driver;
        public class Doc { public string Id { get; set; } = ""; }
        public class AcmeSessions(IMongoCollection<Doc> sessions)
        {
            public Task CreateAsync() => sessions.Indexes.CreateOneAsync(new("at", new CreateIndexOptions { ExpireAfter = TimeSpan.FromDays(1) }));
        }
        """);
}
