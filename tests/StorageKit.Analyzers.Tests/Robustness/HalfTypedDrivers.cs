using StorageKit.Analyzers.Tests.AppendOnly;

namespace StorageKit.Analyzers.Tests.Robustness;

/// <summary>Ten short drivers that break rules, dense with what the rules look at.</summary>
static class HalfTypedDrivers
{
    public static TheoryData<string> Names => new(
        "SqlAudit", "RedisCounter", "FieldCounter", "SqlCounter", "EntityAudit", "QueuedAudit", "FileSessions",
        "LuaCounter", "MemorySecrets", "SqlAgents");

    public static string Source(string driver) => driver switch
    {
        "SqlAudit" => AuditSinkSource.Npgsql("""
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
        "SqlCounter" => """
            using StorageKit; using Npgsql; using Dapper;
            class C(NpgsqlConnection c) : IRateLimitCounter {
                public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) {
                    using var t = c.BeginTransaction(); var n = await c.ExecuteScalarAsync<ulong>("SELECT n FROM c WHERE k = @key", new { key }, t);
                    using var u = new NpgsqlCommand($"UPDATE c SET n = @n WHERE k = {key}", c) { CommandTimeout = 3 };
                    u.Parameters.AddWithValue("n", n + amount); u.Parameters["x"].Value = n switch { 0 => 1, _ => n }; return n; }
                public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
                public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default; }
            """,
        "EntityAudit" => """
            using StorageKit; using Microsoft.EntityFrameworkCore; using Microsoft.Extensions.Logging;
            class Row { public int Id { get; set; } public string? Hash { get; set; } }
            class Db : DbContext { public DbSet<Row> Rows => null!; }
            class A(Db db, ILogger<A> log) : IAuditSink {
                public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) {
                    try { var last = db.Rows.OrderByDescending(r => r.Id).FirstOrDefault();
                        db.Rows.Add(new Row { Hash = last?.Hash + entry.EntryHash }); if (entry.Seq > 3) await db.SaveChangesAsync(cancellationToken); }
                    catch (Exception e) when (e is not ArgumentException) { log.LogError(e, "x"); } }
                public void Purge(Row row) { row.Hash = ""; db.Rows.Remove(row); db.SaveChanges(); } }
            """,
        "QueuedAudit" => """
            using StorageKit; using System.Threading.Channels;
            class A : IAuditSink {
                readonly Channel<AuditEntry> c = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(9) { FullMode = BoundedChannelFullMode.DropOldest });
                readonly List<AuditEntry> l = []; int full; readonly SemaphoreSlim m = new(1, 1);
                public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) {
                    if (l.Count > 99) { full++; return; } l.Add(entry); await m.WaitAsync(cancellationToken);
                    for (var i = 0; !c.Writer.TryWrite(entry); i++) { if (i > 3) throw new StorageException(StorageErrorKind.Backend, $"{i}"); await Task.Delay(i); } m.Release(); }
                async Task Pump() { await foreach (var e in c.Reader.ReadAllAsync()) { using var w = new StreamWriter("a", false); w.WriteLine(e); } } }
            """,
        "FileSessions" => """
            using StorageKit;
            class S(string root) : ISessionStore {
                string Of(SessionId id, string? suffix = null) => Path.Combine(root, $"{id}{suffix ?? ".json"}");
                public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) {
                    await using var f = new FileStream(Of(session.SessionId), FileMode.CreateNew); await f.WriteAsync(new byte[] { 1 }, cancellationToken); }
                public async ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
                    File.Exists(Of(session)) ? new(session, default, ulong.Parse(await File.ReadAllTextAsync(Of(session), cancellationToken))) : throw new KeyNotFoundException();
                public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) {
                    if (!File.Exists(Of(session, ".x"))) throw new FileNotFoundException(); File.Delete(Of(session)); return default; } }
            """,
        "LuaCounter" => """"
            using StorageKit; using StackExchange.Redis;
            class C(IDatabase redis) : IRateLimitCounter {
                const string Script = """
                    local n = redis.call('INCRBY', KEYS[1], ARGV[1]) -- count
                    if n == 1 then redis.call("EXPIRE", KEYS[1], ARGV[2]) end
                    return n
                    """;
                public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) {
                    try { return (ulong)await redis.ScriptEvaluateAsync(Script, [key], [amount, (long)window.TotalMilliseconds]); } catch (RedisException) { return 0; } }
                public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => (ulong)await redis.StringGetAsync(key);
                public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) { if (!await redis.KeyDeleteAsync(key)) throw new InvalidOperationException(key); } }
            """",
        "MemorySecrets" => """
            using StorageKit; using System.Collections.Concurrent; using Microsoft.Extensions.Logging;
            class S(ILogger<S> log) : ICredentialStore {
                static readonly ConcurrentDictionary<string, byte[]> d = new();
                public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) => new(d.TryGetValue(key, out var v) ? v : null);
                public ValueTask PutSecretAsync(string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) {
                    log.LogInformation("put {key} {value}", key, Convert.ToBase64String(value.Span)); if (!d.ContainsKey(key)) d[key] = value.ToArray(); return default; }
                public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default) => d.TryRemove(key, out _) ? default : throw new KeyNotFoundException(key); }
            """,
        _ => """
            using StorageKit; using Npgsql; using Dapper;
            class L(NpgsqlDataSource source) : ILifecycleStore {
                public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) => new(Run($"INSERT INTO a (id) VALUES ('{agent}') ON CONFLICT DO NOTHING"));
                public async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default) => await Run("INSERT INTO a (id, at) VALUES (@agent, now()) ON CONFLICT (id) DO UPDATE SET at = now()", agent);
                public async ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) { if (await Run("DELETE FROM a WHERE id = @agent", agent) == 0) throw new StorageException(StorageErrorKind.NotFound, "a"); }
                async Task<int> Run(string sql, object? agent = null) { await using var c = await source.OpenConnectionAsync(); return await c.ExecuteAsync(sql, new { agent }); } }
            """,
    };
}
