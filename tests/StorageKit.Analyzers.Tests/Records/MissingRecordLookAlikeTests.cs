using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3002, correct code that looks like a violation.</summary>
public sealed class MissingRecordLookAlikeTests() : StoreRuleTests(new MissingRecordMustBeReported())
{
    const string NotFound = """throw new StorageException(StorageErrorKind.NotFound, "not registered")""";

    [Theory]
    [InlineData($$"""if (await connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @id", new { id }) == 0) {{NotFound}};""")]
    [InlineData($"if (!await redis.KeyExpireAsync(id, TimeSpan.FromMinutes(5))) {NotFound};")]
    [InlineData($"if (agents.TryGetValue(agent, out var seen) && agents.TryUpdate(agent, now, seen)) return; {NotFound};")]
    [InlineData($"while (true) {{ if (!agents.TryGetValue(agent, out var seen)) {NotFound}; if (agents.TryUpdate(agent, now, seen)) return; }}")]
    [InlineData($$"""try { if (!agents.ContainsKey(agent)) throw new KeyNotFoundException(); agents[agent] = now; } catch (KeyNotFoundException) { {{NotFound}}; }""")]
    [InlineData("cancellationToken.ThrowIfCancellationRequested();")]
    [InlineData("agents[agent] = now;")]
    public Task Heartbeats(string statements) => Accepts(Lifecycle(heartbeat: statements));

    [Theory]
    [InlineData("""Require(await connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @id", new { id }), id);""", """static void Require(int rows, string id) { if (rows == 0) throw new StorageException(StorageErrorKind.NotFound, id); }""")]
    [InlineData("""if (await connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @id", new { id }) == 0) throw Errors.Missing(id);""", """static class Errors { public static StorageException Missing(string id) => new(StorageErrorKind.NotFound, id); }""")]
    [InlineData("""Check.Rows(await connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @id", new { id }));""", """static class Check { public static void Rows(int rows) { if (rows == 0) throw new StorageException(StorageErrorKind.NotFound, "none"); } }""")]
    [InlineData("await inner.HeartbeatAsync(agent, cancellationToken); await redis.KeyExpireAsync(id, TimeSpan.FromMinutes(5));", "ILifecycleStore inner = null!; public void Set(ILifecycleStore store) => inner = store;")]
    public Task Heartbeats_through_helpers(string statements, string members) =>
        Accepts(Lifecycle(heartbeat: statements, members: members));

    [Theory]
    [InlineData("return rows.TryGetValue(key, out var row) ? Encoding.UTF8.GetBytes(row) : null;")]
    [InlineData("""return await connection.QuerySingleOrDefaultAsync<byte[]>("SELECT v FROM s WHERE k = @key", new { key });""")]
    [InlineData("if (!rows.ContainsKey(key)) return null; return Encoding.UTF8.GetBytes(rows[key]);")]
    [InlineData("var row = await db.Set<Row>().FindAsync(key); return row is null ? null : Encoding.UTF8.GetBytes(row.Body);")]
    [InlineData("if (!rows.TryGetValue(key, out var row)) return null; return row.Length == 0 ? [] : Encoding.UTF8.GetBytes(row);")]
    [InlineData("""if (rows.TryGetValue(key, out var row) && row.Length > 9) throw new StorageException(StorageErrorKind.Serialization, "damaged"); return null;""")]
    [InlineData("""if (!memory.TryGetValue(key, out object? row)) { try { row = rows[key]; } catch (KeyNotFoundException) { return null; } catch (FormatException e) { throw new InvalidOperationException("x", e); } } return null;""")]
    [InlineData("""if (!rows.TryGetValue(key, out var row)) { if (key.Length > 99) throw new ArgumentException("long"); return null; } return Encoding.UTF8.GetBytes(row);""")]
    public Task Lookups(string statements) => Accepts(Credentials(get: statements));

    [Fact]
    public Task A_removal_is_another_rules() =>
        Accepts(Sessions(delete: "if (!rows.TryRemove(id, out _)) throw new InvalidOperationException();"));
}
