using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3013, code that breaks the rule and correct code that looks like it.</summary>
public sealed class HeartbeatMustNotRegisterTests() : StoreRuleTests(new HeartbeatMustNotRegister())
{
    const string NotFound = """throw new StorageException(StorageErrorKind.NotFound, "not registered")""";
    const string Upsert = "INSERT INTO agents (id) VALUES (@id) ON CONFLICT (id) DO UPDATE SET seen = now()";

    static string Register => $$"""
        agents[agent] = now; await redis.HashSetAsync(id, "seen", 1); await redis.StringSetAsync(id, 1);
        await connection.ExecuteAsync("{{Upsert}}", new { id }); await table.UpsertEntityAsync(new TableEntity(id, id));
        await documents.ReplaceOneAsync(x => true, new Row(), new ReplaceOptions { IsUpsert = true }); lock (gate) plain[id] = id;
        """;

    [Theory]
    [InlineData("""await connection.ExecuteAsync("[|INSERT INTO agents|] (id) VALUES (@id) ON CONFLICT (id) DO UPDATE SET seen = now()", new { id });""")]
    [InlineData("""using var command = new NpgsqlCommand("[|INSERT INTO agents|] (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET seen = now()", connection); if (command.ExecuteNonQuery() > 1) throw new InvalidOperationException();""")]
    [InlineData("[|agents[agent] = now|];")]
    [InlineData("lock (gate) [|plain[id] = id|];")]
    [InlineData("[|agents.AddOrUpdate(agent, now, (_, _) => now)|];")]
    [InlineData("""await [|redis.HashSetAsync(id, "seen", now.ToUnixTimeSeconds())|];""")]
    [InlineData("await [|redis.StringSetAsync(id, 1, TimeSpan.FromMinutes(1))|];")]
    [InlineData("await [|table.UpsertEntityAsync(new TableEntity(id, id))|];")]
    [InlineData("await [|documents.ReplaceOneAsync(x => true, new Row(), new ReplaceOptions { IsUpsert = true })|];")]
    [InlineData($"if (!agents.ContainsKey(agent)) {NotFound}; [|agents[agent] = now|];")]
    [InlineData($"if (!agents.TryGetValue(agent, out _)) {NotFound}; Touch(); void Touch() => [|agents[agent] = now|];")]
    public Task Registers(string statements) => Flags(Lifecycle(register: Register, heartbeat: statements));

    [Theory]
    [InlineData("UPDATE agents SET seen = now() WHERE id = @id")]
    [InlineData("UPDATE agents SET seen = now(), status = 'active' WHERE id = @id")]
    public Task Ignores_the_mark_of_deregister(string sql) => Flags(Lifecycle(
        heartbeat: $$"""if (await connection.ExecuteAsync("{{sql.Replace("UPDATE agents", "[|UPDATE agents|]", StringComparison.Ordinal)}}", new { id }) == 0) {{NotFound}};""",
        deregister: """await connection.ExecuteAsync("UPDATE agents SET status = 'gone' WHERE id = @id", new { id });"""));

    [Theory]
    [InlineData("UPDATE agents SET seen = now() WHERE id = @id AND status = 'active'")]
    [InlineData("UPDATE agents SET seen = now() WHERE id = @id AND status <> 'gone'")]
    public Task A_heartbeat_that_looks_at_the_mark(string sql) => Accepts(Lifecycle(
        heartbeat: $$"""if (await connection.ExecuteAsync("{{sql}}", new { id }) == 0) {{NotFound}};""",
        deregister: """await connection.ExecuteAsync("UPDATE agents SET status = 'gone' WHERE id = @id", new { id });"""));

    [Theory]
    [InlineData($$"""if (await connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @id", new { id }) == 0) {{NotFound}};""")]
    [InlineData($$"""if (await connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @id", new { id }) == 0) {{NotFound}}; await connection.ExecuteAsync("INSERT INTO beats (id) VALUES (@id)", new { id });""")]
    [InlineData($"while (true) {{ if (!agents.TryGetValue(agent, out var seen)) {NotFound}; if (agents.TryUpdate(agent, now, seen)) return; }}")]
    [InlineData($"lock (gate) {{ if (!agents.ContainsKey(agent)) {NotFound}; agents[agent] = now; }}")]
    [InlineData($"lock (gate) {{ if (!plain.ContainsKey(id)) {NotFound}; plain[id] = id; }}")]
    [InlineData($"agents.AddOrUpdate(agent, _ => {NotFound}, (_, _) => now);")]
    [InlineData($"if (!await redis.StringSetAsync(id, 1, when: When.Exists)) {NotFound};")]
    [InlineData($"if (!await redis.KeyExpireAsync(id, TimeSpan.FromMinutes(1))) {NotFound};")]
    [InlineData("if (agents.ContainsKey(agent)) agents[agent] = now;")]
    [InlineData("var seen = new Dictionary<AgentId, DateTimeOffset>(); seen[agent] = now;")]
    public Task Only_changes(string statements) => Accepts(Lifecycle(
        register: Register, heartbeat: statements, deregister: """agents.TryRemove(agent, out _); await connection.ExecuteAsync("DELETE FROM agents WHERE id = @id", new { id });"""));

    [Fact]
    public Task A_registration_writes_anew() => Accepts(Lifecycle(register: Register));
}
