using StorageKit.Testing.Disks;

namespace StorageKit.Sqlite.Tests;

/// <summary>What the test assembly does when a test starts it as a second process.</summary>
internal static class Program
{
    internal const string Emit = "emit", Count = "count", Rotate = "rotate", Outbox = "outbox";

    static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var work, var path, var amount]) return 2;
        if (work == Outbox) return await EmitIntoOutboxAsync(path, int.Parse(amount));
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
}
