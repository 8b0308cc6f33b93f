using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3001, code that breaks the rule.</summary>
public sealed class RemovalMustBeIdempotentTests() : StoreRuleTests(new RemovalMustBeIdempotent())
{
    const string NotFound = """throw new StorageException(StorageErrorKind.NotFound, "none")""";

    [Theory]
    [InlineData($"if (!rows.TryRemove(id, out _)) [|{NotFound};|]")]
    [InlineData("if (!plain.Remove(id)) [|throw new KeyNotFoundException(id);|]")]
    [InlineData("var gone = rows.TryRemove(id, out var old); if (!gone) { [|throw new InvalidOperationException();|] }")]
    [InlineData("if (rows.TryRemove(id, out _)) return; [|throw new InvalidOperationException(id);|]")]
    [InlineData("if (rows.TryRemove(id, out _) == false) [|throw new InvalidOperationException(id);|]")]
    [InlineData("if (!rows.ContainsKey(id)) [|throw new ArgumentException(id);|] rows.TryRemove(id, out _);")]
    [InlineData("lock (gate) { if (plain.Remove(id) is false) [|throw new ArgumentException(id);|] }")]
    [InlineData("rows.TryGetValue(id, out var row); if (row is null) [|throw new ArgumentException(id);|] rows.TryRemove(id, out _);")]
    [InlineData("_ = rows.TryRemove(id, out _) ? true : [|throw new InvalidOperationException(id)|];")]
    public Task Dictionaries(string statements) => Flags(Sessions(delete: statements));

    [Theory]
    [InlineData("""var n = await connection.ExecuteAsync("DELETE FROM sessions WHERE id = @id", new { id }); if (n == 0) [|throw new StorageException(StorageErrorKind.NotFound, "none");|]""")]
    [InlineData("""if (await connection.ExecuteAsync("DELETE FROM sessions WHERE id = @id", new { id }) != 1) [|throw new StorageException(StorageErrorKind.Conflict, "none");|]""")]
    [InlineData("""using var command = new NpgsqlCommand("DELETE FROM sessions WHERE id = @id", connection); if (await command.ExecuteNonQueryAsync(cancellationToken) < 1) [|throw new InvalidOperationException();|]""")]
    [InlineData("""using var command = connection.CreateCommand(); command.CommandText = "DELETE FROM sessions WHERE id = $1"; var affected = command.ExecuteNonQuery(); if (affected is 0) [|throw new StorageException(StorageErrorKind.NotFound, id);|]""")]
    [InlineData("if (!await redis.KeyDeleteAsync(id)) [|throw new StorageException(StorageErrorKind.NotFound, id);|]")]
    [InlineData("if (await redis.KeyDeleteAsync(id) is not true) [|throw new InvalidOperationException();|]")]
    [InlineData("if (await db.Set<Row>().Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) == 0) [|throw new InvalidOperationException();|]")]
    [InlineData("var row = await db.Set<Row>().FindAsync(id); if (row == null) [|throw new KeyNotFoundException();|] db.Remove(row); await db.SaveChangesAsync();")]
    [InlineData("var row = await db.Set<Row>().FindAsync(id) ?? [|throw new KeyNotFoundException()|]; db.Remove(row); await db.SaveChangesAsync();")]
    [InlineData("var row = await [|db.Set<Row>().FirstAsync(row => row.Id == id, cancellationToken)|]; db.Remove(row); await db.SaveChangesAsync();")]
    [InlineData("var row = [|db.Set<Row>().Single(row => row.Id == id)|]; db.Set<Row>().Remove(row);")]
    [InlineData("""try { await connection.ExecuteAsync("DELETE FROM s WHERE id = @id", new { id }); } catch (KeyNotFoundException) { [|throw new StorageException(StorageErrorKind.NotFound, id);|] }""")]
    [InlineData("""try { await table.DeleteEntityAsync("p", id); } catch (WebException e) when (e.HResult == 404) { [|throw new StorageException(StorageErrorKind.NotFound, id);|] }""")]
    public Task Databases(string statements) => Flags(Sessions(delete: statements));

    [Fact]
    public Task An_error_of_its_own_kind_passes_the_handler_of_the_backends() => Flags(Sessions(delete: """
        try { if (await connection.ExecuteAsync("DELETE FROM s WHERE id = @id", new { id }) == 0) [|throw new StorageException(StorageErrorKind.NotFound, id);|] }
        catch (DataException e) { throw new StorageException(StorageErrorKind.Backend, "down", e); }
        """));

    [Theory]
    [InlineData("Require(rows.TryRemove(id, out _));", """void Require(bool found) { if (!found) [|throw new StorageException(StorageErrorKind.NotFound, "none");|] }""")]
    [InlineData("if (!Take(id)) [|throw Missing(id);|]", "bool Take(string k) => rows.TryRemove(k, out _); static Exception Missing(string k) => new StorageException(StorageErrorKind.NotFound, k);")]
    [InlineData("Body(id); rows.TryRemove(id, out _);", "string Body(string k) => rows.TryGetValue(k, out var row) ? row : [|throw new StorageException(StorageErrorKind.NotFound, k)|];")]
    [InlineData("Remove(); void Remove() { if (!rows.TryRemove(id, out _)) [|throw new InvalidOperationException();|] }", "")]
    [InlineData("await Guard(() => { if (!rows.TryRemove(id, out _)) [|throw new InvalidOperationException();|] return Task.CompletedTask; });", "static Task Guard(Func<Task> run) => run();")]
    public Task Helpers(string statements, string members) => Flags(Sessions(delete: statements, members: members));

    [Theory]
    [InlineData("""if (await connection.ExecuteAsync("UPDATE agents SET status = 'gone' WHERE id = @id", new { id }) == 0) [|throw new StorageException(StorageErrorKind.NotFound, id);|]""")]
    [InlineData("if (!agents.TryRemove(agent, out _)) [|throw new StorageException(StorageErrorKind.NotFound, id);|]")]
    [InlineData("var found = await redis.KeyExistsAsync(id); if (!found) [|throw new StorageException(StorageErrorKind.NotFound, id);|] await redis.KeyDeleteAsync(id);")]
    public Task Deregistrations(string statements) => Flags(Lifecycle(deregister: statements));

    [Fact]
    public Task A_counter_and_a_failed_task() => Flags("""
        using System.Collections.Concurrent;
        using StorageKit;
        public sealed class Counter : IRateLimitCounter
        {
            readonly ConcurrentDictionary<string, ulong> counts = [];
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) => new(counts.AddOrUpdate(key, amount, (_, n) => n + amount));
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => new(counts.GetValueOrDefault(key));
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
                counts.TryRemove(key, out _) ? default : [|ValueTask.FromException(new StorageException(StorageErrorKind.NotFound, key))|];
        }
        """);

    [Fact]
    public Task A_contract_of_the_users_own() => Flags("""
        using System.Collections.Concurrent;
        using StorageKit;
        [StorageContract("lease_store")]
        public interface ILeaseStore { [Idempotent] ValueTask ReleaseAsync(string name); ValueTask TakeAsync(string name); }
        public sealed class Leases : ILeaseStore
        {
            readonly ConcurrentDictionary<string, int> held = [];
            public ValueTask TakeAsync(string name) { held[name] = 1; return default; }
            public ValueTask ReleaseAsync(string name) { if (!held.TryRemove(name, out _)) [|throw new InvalidOperationException();|] return default; }
        }
        """);
}
