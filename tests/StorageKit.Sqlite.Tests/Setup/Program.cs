using StorageKit.Testing.Disks;

namespace StorageKit.Sqlite.Tests;

/// <summary>What the test assembly does when a test starts it as a second process.</summary>
internal static class Program
{
    internal const string Emit = "emit", Count = "count";

    static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var work, var path, var amount]) return 2;
        await using var database = await OpenedDatabase.OpenAsync(
            $"path = '{path}'\nplaintext = true", TimeProvider.System);
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
            // Only what was acknowledged is said, and said at once.
            Console.Out.WriteLine(entry.EntryHash);
            Console.Out.Flush();
        }
        return 0;
    }
}
