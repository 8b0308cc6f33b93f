using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3001, correct code that looks like a violation.</summary>
public sealed class RemovalLookAlikeTests() : StoreRuleTests(new RemovalMustBeIdempotent())
{
    [Theory]
    [InlineData("rows.TryRemove(id, out _);")]
    [InlineData("if (!plain.Remove(id)) return;")]
    [InlineData("if (!rows.TryRemove(id, out _)) Console.WriteLine(1);")]
    [InlineData("""await connection.ExecuteAsync("DELETE FROM sessions WHERE id = @id", new { id });""")]
    [InlineData("""var n = await connection.ExecuteAsync("DELETE FROM sessions WHERE id = @id", new { id }); if (n > 1) throw new StorageException(StorageErrorKind.Backend, "two rows");""")]
    [InlineData("await redis.KeyDeleteAsync(id);")]
    [InlineData("var row = await db.Set<Row>().FindAsync(id); if (row is null) return; db.Remove(row); await db.SaveChangesAsync();")]
    [InlineData("if (await db.Set<Row>().FindAsync(id) is { } row) { db.Remove(row); await db.SaveChangesAsync(); }")]
    [InlineData("try { var row = db.Set<Row>().Single(row => row.Id == id); db.Remove(row); } catch (InvalidOperationException) { return; }")]
    [InlineData("if (!db.Set<Row>().Any(row => row.Id == id)) return; var row = db.Set<Row>().Single(row => row.Id == id); db.Remove(row);")]
    [InlineData("""try { await table.DeleteEntityAsync("p", id); } catch (WebException e) when (e.HResult == 404) { return; }""")]
    [InlineData("""try { await table.DeleteEntityAsync("p", id); } catch (WebException e) when (e.HResult != 412) { throw new StorageException(StorageErrorKind.Backend, "down", e); }""")]
    [InlineData("""try { await connection.ExecuteAsync("DELETE FROM s WHERE id = @id", new { id }); } catch (DataException e) { throw new StorageException(StorageErrorKind.Backend, "down", e); }""")]
    [InlineData("""if (id.Length == 0) throw new ArgumentException("empty"); rows.TryRemove(id, out _);""")]
    [InlineData("""if (string.IsNullOrEmpty(id)) throw new ArgumentException("empty"); rows.TryRemove(id, out _);""")]
    [InlineData("try { if (!rows.TryRemove(id, out _)) throw new KeyNotFoundException(); } catch (KeyNotFoundException) { return; }")]
    [InlineData("if (rows.TryRemove(id, out var old) && old.Length == 0) throw new StorageException(StorageErrorKind.Serialization, id);")]
    [InlineData("if (rows.TryRemove(id, out var old)) { if (old.Length > 9) throw new StorageException(StorageErrorKind.Serialization, id); }")]
    [InlineData("cancellationToken.ThrowIfCancellationRequested(); if (rows.ContainsKey(id)) rows.TryRemove(id, out _);")]
    public Task Removals(string statements) => Accepts(Sessions(delete: statements));

    [Theory]
    [InlineData("Remove(id, strict: false);", "void Remove(string k, bool strict) { if (!rows.TryRemove(k, out _)) { if (strict) throw new InvalidOperationException(); } }")]
    [InlineData("if (!rows.TryRemove(id, out _) && strict) throw new InvalidOperationException();", "readonly bool strict = false;")]
    [InlineData("if (closed) throw new ObjectDisposedException(id); rows.TryRemove(id, out _);", "bool closed = false; public void Close() => closed = true;")]
    [InlineData("rows.TryRemove(id, out _);", """string Body(string k) => rows.TryGetValue(k, out var row) ? row : throw new StorageException(StorageErrorKind.NotFound, k); public string Peek(string k) => Body(k);""")]
    public Task Helpers(string statements, string members) => Accepts(Sessions(delete: statements, members: members));

    [Fact]
    public Task A_heartbeat_reports_a_missing_agent() => Accepts(Lifecycle(
        heartbeat: "if (!agents.ContainsKey(agent)) throw new StorageException(StorageErrorKind.NotFound, id);",
        deregister: "agents.TryRemove(agent, out _);"));

    [Fact]
    public Task An_idempotent_member_that_does_not_remove() => Accepts("""
        using System.Collections.Concurrent;
        using StorageKit;
        [StorageContract("lease_store")]
        public interface ILeaseStore { [Idempotent] ValueTask RenameAsync(string name); ValueTask DeleteAsync(string name); }
        public sealed class Leases : ILeaseStore
        {
            readonly ConcurrentDictionary<string, int> held = [];
            public ValueTask RenameAsync(string name) { if (!held.ContainsKey(name)) throw new InvalidOperationException(); held[name] = 2; return default; }
            public ValueTask DeleteAsync(string name) { if (!held.TryRemove(name, out _)) throw new InvalidOperationException(); return default; }
        }
        """);

    [Fact]
    public Task An_exemption() => Accepts(Sessions(members: """
        [ContractExempt("SK3001", Because = "Operators ask for an error.")]
        void Remove(string k) { if (!rows.TryRemove(k, out _)) throw new InvalidOperationException(); }
        """, delete: "Remove(id);"));
}
