using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3003, correct code that looks like a violation.</summary>
public sealed class SaveLookAlikeTests() : StoreRuleTests(new SaveMustReplace())
{
    [Theory]
    [InlineData("""await connection.ExecuteAsync("INSERT INTO s (id) VALUES (@id) ON CONFLICT (id) DO UPDATE SET body = excluded.body", new { id });""")]
    [InlineData("""await connection.ExecuteAsync("INSERT OR REPLACE INTO s (id) VALUES (@id)", new { id });""")]
    [InlineData("""if (await connection.ExecuteAsync("UPDATE s SET body = @id WHERE id = @id", new { id }) == 0) await connection.ExecuteAsync("INSERT INTO s (id) VALUES (@id)", new { id });""")]
    [InlineData("""await connection.ExecuteAsync("DELETE FROM s WHERE id = @id; INSERT INTO s (id) VALUES (@id)", new { id });""")]
    [InlineData("""try { await connection.ExecuteAsync("INSERT INTO s (id) VALUES (@id)", new { id }); } catch (DataException) { await Task.Yield(); }""")]
    [InlineData("""await connection.ExecuteAsync("MERGE INTO s USING (SELECT 1) x ON s.id = @id WHEN MATCHED THEN UPDATE SET body = @id WHEN NOT MATCHED THEN INSERT (id) VALUES (@id);", new { id });""")]
    [InlineData("rows[id] = id;")]
    [InlineData("rows.AddOrUpdate(id, id, (_, _) => id);")]
    [InlineData("if (!rows.TryAdd(id, id)) rows[id] = id;")]
    [InlineData("lock (gate) { plain.Remove(id); plain.Add(id, id); }")]
    [InlineData("await redis.StringSetAsync(id, id);")]
    [InlineData("""if (await redis.StringSetAsync("lock:" + id, 1, when: When.NotExists)) await redis.StringSetAsync(id, id);""")]
    [InlineData("var row = await db.Set<Row>().FindAsync(id); if (row is null) db.Add(new Row { Id = id }); else row.Body = id; await db.SaveChangesAsync();")]
    [InlineData("await documents.ReplaceOneAsync(x => true, new Row(), new ReplaceOptions { IsUpsert = true });")]
    [InlineData("await table.UpsertEntityAsync(new TableEntity(id, id));")]
    [InlineData("""await File.WriteAllTextAsync("sessions/" + id, id);""")]
    [InlineData("""using (var file = new FileStream("tmp" + id, FileMode.CreateNew)) { } File.Move("tmp" + id, "sessions/" + id, true);""")]
    [InlineData("var list = new Dictionary<string, string>(); list.Add(id, id); rows[id] = id;")]
    [InlineData("await redis.ListRightPushAsync(id, id);")]
    [InlineData("""await connection.ExecuteAsync("INSERT INTO s (tenant, id) VALUES (1, @id) ON CONFLICT (tenant, id) DO NOTHING", new { id });""")]
    [InlineData("""await connection.ExecuteAsync("INSERT OR IGNORE INTO s (id) VALUES (@id)", new { id });""")]
    public Task Saves(string statements) => Accepts(Sessions(save: statements));

    [Fact]
    public Task A_table_of_versions() => Accepts(Sessions(
        save: """await connection.ExecuteAsync("INSERT INTO s (id, at) VALUES (@id, now())", new { id });""",
        load: """await connection.QuerySingleOrDefaultAsync<string>("SELECT id FROM s WHERE id = @id ORDER BY at DESC LIMIT 1", new { id }); return null;"""));

    [Fact]
    public Task An_append_only_sink() => Accepts("""
        using Dapper;
        using StorageKit;
        public sealed class Sink(Npgsql.NpgsqlConnection connection) : IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await connection.ExecuteAsync("INSERT INTO audit (id) VALUES (@id)", new { id = 1 });
        }
        """);
}
