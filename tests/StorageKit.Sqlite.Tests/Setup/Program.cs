using Microsoft.Data.Sqlite;
using StorageKit.Testing.Disks;

namespace StorageKit.Sqlite.Tests;

/// <summary>What the test assembly does when a test starts it as a second process.</summary>
internal static class Program
{
    internal const string Emit = "emit", Count = "count", Rotate = "rotate", Outbox = "outbox", Lock = "lock";

    static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var work, var path, var amount]) return 2;
        if (work == Outbox) return await EmitIntoOutboxAsync(path, int.Parse(amount));
        if (work == Lock) return await HoldAsync(path);
        await using var database = await OpenedDatabase.OpenAsync(
            $"path = '{path}'" + (work == Rotate ? KeyRings.Rotated : "\nplaintext = true"), TimeProvider.System);
        // Until it is killed.
        if (work == Rotate) await Task.Delay(Timeout.Infinite);
        if (work == WriteServer.Work)
        {
            await WriteServer.RunAsync(await database.TenantAsync(TenantId.System));
            return 0;
        }
        var limit = int.Parse(amount);
        var trail = Entries.Trail();
        for (var i = 0; i < limit; i++)
        {
            var entry = trail.Next();
            if (work is Emit or Count) await database.Audit.EmitAsync(entry);
            if (work == Count) await database.Counter.IncrementAsync("shared", 1, TimeSpan.MaxValue);
            Say(entry);
        }
        return 0;
    }

    static async Task<int> EmitIntoOutboxAsync(string folder, int amount)
    {
        await using var outbox = await OpenedOutbox.OpenAsync(folder);
        foreach (var entry in Entries.Trail().Endless().Take(amount))
        {
            await outbox.EmitAsync(entry);
            Say(entry);
        }
        return 0;
    }

    // Only what was acknowledged is said, and said at once.
    static void Say(AuditEntry entry)
    {
        Console.Out.WriteLine(entry.EntryHash);
        Console.Out.Flush();
    }

    /// <summary>Locks the file until the process is killed.</summary>
    static async Task<int> HoldAsync(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
        Console.Out.WriteLine(Hash256.Genesis);
        Console.Out.Flush();
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
