using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Stores;
using StorageKit.Analyzers.Tests.Stubs;

namespace StorageKit.Analyzers.Tests;

/// <summary>Contracts of a user's own are guarded by all rules, as their attributes say.</summary>
public sealed class CustomContractTests
{
    const string Contracts = """
        using StorageKit;
        using Npgsql;
        using Dapper;
        using StackExchange.Redis;
        using MongoDB.Driver;
        using Microsoft.EntityFrameworkCore;
        using System.Collections.Concurrent;

        [StorageContract("ledger")]
        public interface ILedger { [AppendOnly, DurableOnReturn] Task PostAsync(Posting posting); Task<int> CountAsync(); }

        [StorageContract("quota")]
        public interface IQuota { [AtomicReadModifyWrite] Task<long> UseAsync(string key, long units, TimeSpan window); }

        public record Posting(long Amount, string Text);
        public class Row { public long Id { get; set; } public string Text { get; set; } = ""; }
        public abstract class Db : DbContext { public abstract DbSet<Row> Rows { get; } }

        """;

    static string Ledger(string post, string members = "") => Contracts + $$"""
        public class Ledger(NpgsqlConnection sql, IDatabase redis, IMongoCollection<Posting> mongo, Db db) : ILedger
        {
            object Used => (sql, redis, mongo, db);
            public async Task PostAsync(Posting posting) { await Task.Yield(); {{post}} }
            public Task<int> CountAsync() => sql.ExecuteScalarAsync<int>("SELECT count(*) FROM postings");
            {{members}}
        }
        """;

    static string Quota(string use, string members = "") => Contracts + $$"""
        public class Quota(NpgsqlConnection sql, IDatabase redis) : IQuota
        {
            object Used => (sql, redis);
            public async Task<long> UseAsync(string key, long units, TimeSpan window) { await Task.Yield(); {{use}} }
            {{members}}
        }
        """;

    static async Task Finds(string source, string id)
    {
        var found = await All().AnalyzeAsync(source);
        Assert.Contains(found, diagnostic => diagnostic.Id == id);
    }

    static AnalyzerHarness All() => new AnalyzerHarness(new StoreAnalyzer())
        .WithAssembly(typeof(IAuditSink).Assembly)
        .WithStub(AdoNetStubs.Source, SqlLibraryStubs.Source, RedisStubs.Source, CacheStubs.Source,
            EntityFrameworkStubs.Source, DocumentStoreStubs.Source);

    [Theory]
    [InlineData("SK1001", "await sql.ExecuteAsync(\"INSERT INTO postings VALUES (@Text)\", posting); await sql.ExecuteAsync(\"DELETE FROM postings WHERE n < 0\");", "")]
    [InlineData("SK1002", "await sql.ExecuteAsync(\"INSERT INTO postings (id, text) VALUES (1, @Text) ON CONFLICT (id) DO UPDATE SET text = @Text\", posting);", "")]
    [InlineData("SK1003", "db.Rows.Add(new Row { Text = posting.Text }); await db.SaveChangesAsync();", "public void Drop(Row row) { db.Remove(row); db.SaveChanges(); }")]
    [InlineData("SK1004", "await mongo.InsertOneAsync(posting);", "public Task ClearAsync() => mongo.DeleteManyAsync(p => p.Amount == 0);")]
    [InlineData("SK1005", "await redis.ListRightPushAsync(\"ledger\", posting.ToString());", "public void Trim() => redis.KeyDeleteAsync(\"ledger\");")]
    [InlineData("SK1006", "File.WriteAllText(\"ledger\", posting.ToString());", "")]
    [InlineData("SK1007", "lock (_log) { _log.Add(posting); _log.RemoveAt(0); }", "readonly List<Posting> _log = [];")]
    [InlineData("SK1008", "_log.Add(posting);", "readonly ConcurrentBag<Posting> _log = [];")]
    [InlineData("SK1009", "await sql.ExecuteAsync(\"INSERT INTO postings VALUES (@Text)\", posting);", "public Task ManyAsync(Posting[] all) => Task.WhenAll(all.Select(PostAsync));")]
    [InlineData("SK1011", "try { await mongo.InsertOneAsync(posting); } catch (Exception) { }", "")]
    [InlineData("SK0004", "", "public class Late : ILedger { public Task PostAsync(Posting posting) => throw new NotImplementedException(); public Task<int> CountAsync() => Task.FromResult(0); }")]
    [InlineData("SK0006", "Log.Enqueue(posting);", "static readonly ConcurrentQueue<Posting> Log = new();")]
    public Task An_append_only_contract(string id, string post, string members) => Finds(Ledger(post, members), id);

    [Theory]
    [InlineData("SK2001", "var n = (long)await redis.StringGetAsync(key); await redis.StringSetAsync(key, n + units); return n + units;", "")]
    [InlineData("SK2002", "var n = await redis.StringIncrementAsync(key, units); if (n == units) await redis.KeyExpireAsync(key, window); return n;", "")]
    [InlineData("SK2005", "if (!_n.ContainsKey(key)) _n[key] = units; return _n[key];", "readonly ConcurrentDictionary<string, long> _n = new();")]
    [InlineData("SK2007", "_total += units; return _total;", "long _total;")]
    [InlineData("SK2014", "return await sql.ExecuteScalarAsync<long>(\"INSERT INTO q (k, n) VALUES (@key, @units) ON CONFLICT (k) DO UPDATE SET n = EXCLUDED.n RETURNING n\", new { key, units });", "")]
    public Task An_atomic_contract(string id, string use, string members) => Finds(Quota(use, members), id);

    [Fact]
    public async Task Correct_stores_of_own_contracts_are_clean()
    {
        var ledger = await All().AnalyzeAsync(Ledger(
            "await sql.ExecuteAsync(\"INSERT INTO postings VALUES (@Amount, @Text)\", posting);"));
        var quota = await All().AnalyzeAsync(Quota(
            "return await sql.ExecuteScalarAsync<long>(\"UPDATE q SET n = n + @units WHERE k = @key RETURNING n\", new { key, units });"));

        Assert.DoesNotContain(ledger.Concat(quota), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public async Task An_interface_without_the_attribute_promises_nothing()
    {
        var found = await All().AnalyzeAsync(Ledger("File.WriteAllText(\"ledger\", posting.ToString());")
            .Replace("[StorageContract(\"ledger\")]", "", StringComparison.Ordinal)
            .Replace("[AppendOnly, DurableOnReturn]", "", StringComparison.Ordinal));

        Assert.Empty(found);
    }
}
