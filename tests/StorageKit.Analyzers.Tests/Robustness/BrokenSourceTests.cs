using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StorageKit.Analyzers.Stores;
using StorageKit.Analyzers.Tests.Stubs;

namespace StorageKit.Analyzers.Tests.Robustness;

/// <summary>Half-typed code: every token of several drivers is deleted in turn, and no rule may throw.</summary>
public sealed class BrokenSourceTests
{
    static readonly AnalyzerHarness Harness = new AnalyzerHarness(new StoreAnalyzer())
        .WithAssembly(typeof(IAuditSink).Assembly)
        .WithStub(AdoNetStubs.Source, SqlLibraryStubs.Source, RedisStubs.Source);

    public static TheoryData<string> Drivers => new("SqlAudit", "RedisCounter", "FieldCounter", "SqlCounter");

    static string Source(string driver) => driver switch
    {
        "SqlAudit" => AppendOnly.AuditSinkSource.Npgsql("""
            const string Purge = "DELETE FROM audit_log";
            public Task PurgeAsync(bool all) => connection.ExecuteAsync(all ? $"TRUNCATE {"audit_log"}" : Purge + " WHERE 1 = 1");
            public void Set() { var c = connection.CreateCommand(); c.CommandText = string.Format("UPDATE {0}", "audit_log"); c.ExecuteNonQuery(); }
            """),
        "RedisCounter" => """
            using StorageKit; using StackExchange.Redis;
            class C(IDatabase redis) : IRateLimitCounter {
                public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) {
                    if (await redis.StringGetAsync(key) is { HasValue: true } v && (ulong)v > 3) return await Next(key, amount);
                    await redis.StringSetAsync($"{key}", amount); return amount;
                    async Task<ulong> Next(string k, ulong n) { var t = (ulong)await redis.StringGetAsync(k) + n; await redis.StringSetAsync(k, t); return t; } }
                public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
                public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default; }
            """,
        "FieldCounter" => """
            using StorageKit; using System.Collections.Concurrent;
            class C : IRateLimitCounter {
                ulong n; readonly ConcurrentDictionary<string, Slot> d = new(); readonly SemaphoreSlim m = new(1);
                class Slot { public ulong T; public ulong Add(ulong x) => T += x; }
                public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) {
                    await m.WaitAsync(); try { n += amount; } finally { m.Release(); }
                    var (a, b) = (n, n = n + 1); lock (d) n--; d[key] ??= new(); return d.GetOrAdd(key, _ => new()).Add(amount) + a + b; }
                public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
                public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default; }
            """,
        _ => """
            using StorageKit; using Npgsql; using Dapper;
            class C(NpgsqlConnection c) : IRateLimitCounter {
                public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) {
                    using var t = c.BeginTransaction(); var n = await c.ExecuteScalarAsync<ulong>("SELECT n FROM c WHERE k = @key", new { key }, t);
                    using var u = new NpgsqlCommand($"UPDATE c SET n = @n WHERE k = {key}", c) { CommandTimeout = 3 };
                    u.Parameters.AddWithValue("n", n + amount); u.Parameters["x"].Value = n switch { 0 => 1, _ => n }; return n; }
                public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
                public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default; }
            """,
    };

    [Theory]
    [MemberData(nameof(Drivers))]
    public async Task Deleting_any_token_makes_no_rule_throw(string driver)
    {
        var source = Source(driver);
        var whole = Harness.Compile(source);
        Assert.NotEmpty(await Harness.GetDiagnosticsAsync(whole));
        var tree = whole.SyntaxTrees.Single(candidate => candidate.FilePath == "Test0.cs");
        foreach (var token in (await tree.GetRootAsync()).DescendantTokens())
        {
            var broken = source.Remove(token.SpanStart, token.Span.Length);
            await Harness.GetDiagnosticsAsync(
                whole.ReplaceSyntaxTree(
                    tree, CSharpSyntaxTree.ParseText(broken, TestCompilation.ParseOptions, "Test0.cs")));
        }
    }
}
