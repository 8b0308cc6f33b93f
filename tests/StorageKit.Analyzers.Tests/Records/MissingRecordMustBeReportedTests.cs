using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3002, code that breaks the rule.</summary>
public sealed class MissingRecordMustBeReportedTests() : StoreRuleTests(new MissingRecordMustBeReported())
{
    [Theory]
    [InlineData("""await [|connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @id", new { id })|];""")]
    [InlineData("""using var command = [|new NpgsqlCommand("UPDATE agents SET seen = now() WHERE id = $1", connection)|]; await command.ExecuteNonQueryAsync(cancellationToken);""")]
    [InlineData("""using var command = connection.CreateCommand(); [|command.CommandText = "UPDATE agents SET seen = now() WHERE id = $1"|]; var rows = command.ExecuteNonQuery();""")]
    [InlineData("""await [|db.Database.ExecuteSqlAsync($"UPDATE agents SET seen = now() WHERE id = {id}")|];""")]
    [InlineData("await [|redis.KeyExpireAsync(id, TimeSpan.FromMinutes(5))|];")]
    [InlineData("""var rows = await connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @id", new { id }); if ([|rows == 0|]) Console.WriteLine(id);""")]
    [InlineData("if ([|!agents.ContainsKey(agent)|]) return; agents[agent] = now;")]
    [InlineData("if ([|agents.TryGetValue(agent, out var seen)|]) agents.TryUpdate(agent, now, seen);")]
    [InlineData("if (agents.TryGetValue(agent, out var seen) is false) [|throw new KeyNotFoundException();|] agents.TryUpdate(agent, now, seen);")]
    [InlineData("""var rows = await connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @id", new { id }); if (rows == 0) [|throw new InvalidOperationException(id);|]""")]
    [InlineData("""if (!await redis.KeyExpireAsync(id, TimeSpan.FromMinutes(5))) [|throw new StorageException(StorageErrorKind.Backend, id);|]""")]
    [InlineData("""try { await [|connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @id", new { id })|]; } catch (DataException e) { throw new StorageException(StorageErrorKind.Backend, "down", e); }""")]
    public Task Heartbeats(string statements) => Flags(Lifecycle(heartbeat: statements));

    [Theory]
    [InlineData("await Touch(id);", """Task Touch(string k) => [|connection.ExecuteAsync("UPDATE agents SET seen = now() WHERE id = @k", new { k })|];""")]
    [InlineData("await Run(() => [|redis.KeyExpireAsync(id, TimeSpan.FromMinutes(5))|]);", "static async Task Run(Func<Task<bool>> run) => await run();")]
    [InlineData("await [|redis.KeyExpireAsync(Keys.Of(agent), TimeSpan.FromMinutes(5))|];", """static class Keys { public static string Of(AgentId agent) => $"agent:{agent}"; }""")]
    public Task Heartbeats_through_helpers(string statements, string members) =>
        Flags(Lifecycle(heartbeat: statements, members: members));

    [Theory]
    [InlineData("return Encoding.UTF8.GetBytes([|rows[key]|]);")]
    [InlineData("""return rows.TryGetValue(key, out var row) ? Encoding.UTF8.GetBytes(row) : [|throw new StorageException(StorageErrorKind.NotFound, "none")|];""")]
    [InlineData("""if (!rows.TryGetValue(key, out var row)) [|throw new KeyNotFoundException();|] return Encoding.UTF8.GetBytes(row);""")]
    [InlineData("var row = await db.Set<Row>().FindAsync(key) ?? [|throw new KeyNotFoundException(key)|]; return Encoding.UTF8.GetBytes(row.Body);")]
    [InlineData("var row = await [|db.Set<Row>().FirstAsync(row => row.Id == key, cancellationToken)|]; return Encoding.UTF8.GetBytes(row.Body);")]
    [InlineData("""return await connection.QuerySingleOrDefaultAsync<byte[]>("SELECT v FROM s WHERE k = @key", new { key }) ?? [|[]|];""")]
    [InlineData("""var found = await connection.QuerySingleOrDefaultAsync<byte[]>("SELECT v FROM s WHERE k = @key", new { key }); if (found is null) return [|Array.Empty<byte>()|]; return found;""")]
    [InlineData("return rows.TryGetValue(key, out var row) ? Encoding.UTF8.GetBytes(row) : [|new byte[0]|];")]
    public Task Lookups(string statements) => Flags(Credentials(get: statements));
}
