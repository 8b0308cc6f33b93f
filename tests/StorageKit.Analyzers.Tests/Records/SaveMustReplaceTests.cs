using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3003, code that breaks the rule.</summary>
public sealed class SaveMustReplaceTests() : StoreRuleTests(new SaveMustReplace())
{
    [Theory]
    [InlineData("""await connection.ExecuteAsync("[|INSERT INTO sessions|] (id) VALUES (@id)", new { id });""")]
    [InlineData("""await connection.ExecuteAsync("[|INSERT INTO sessions|] (id, agent) VALUES (@id, 1) ON CONFLICT DO NOTHING", new { id });""")]
    [InlineData("""using var command = new NpgsqlCommand("[|INSERT INTO sessions|] (id, body) VALUES ($1, $2)", connection); await command.ExecuteNonQueryAsync();""")]
    [InlineData("""try { await connection.ExecuteAsync("[|INSERT INTO sessions|] (id) VALUES (@id)", new { id }); } catch (DataException e) { throw new StorageException(StorageErrorKind.Conflict, "there", e); }""")]
    [InlineData("[|rows.TryAdd(id, id)|];")]
    [InlineData("if (![|rows.TryAdd(id, id)|]) throw new StorageException(StorageErrorKind.Conflict, id);")]
    [InlineData("lock (gate) [|plain.Add(id, id)|];")]
    [InlineData("await [|redis.StringSetAsync(id, id, when: When.NotExists)|];")]
    [InlineData("[|db.Set<Row>().Add(new Row { Id = id })|]; await db.SaveChangesAsync(cancellationToken);")]
    [InlineData("[|db.Add(new Row { Id = id })|]; await db.SaveChangesAsync(cancellationToken);")]
    [InlineData("await [|documents.InsertOneAsync(new Row { Id = id })|];")]
    [InlineData("await [|table.AddEntityAsync(new TableEntity(id, id))|];")]
    [InlineData("""using var file = [|new FileStream("sessions/" + id, FileMode.CreateNew)|];""")]
    [InlineData("""await File.WriteAllTextAsync("tmp", id); [|File.Move("tmp", "sessions/" + id)|];""")]
    [InlineData("[|Put(id)|];")]
    public Task Saves(string statements) => Flags(Sessions(
        save: statements == "[|Put(id)|];" ? "Put(id);" : statements,
        members: statements == "[|Put(id)|];" ? "void Put(string k) => [|rows.TryAdd(k, k)|];" : ""));

    [Theory]
    [InlineData("[|agents.TryAdd(agent, now)|];")]
    [InlineData("""await connection.ExecuteAsync("[|INSERT INTO agents|] (id) VALUES (@id)", new { id });""")]
    public Task Registrations(string statements) => Flags(Lifecycle(register: statements));

    [Fact]
    public Task Credentials_are_replaced_too() => Flags(Credentials(
        put: """await connection.ExecuteAsync("[|INSERT INTO secrets|] (k, v) VALUES (@key, @v)", new { key, v = value.ToArray() });"""));
}
