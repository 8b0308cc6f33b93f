using StorageKit.Testing.Disks;

namespace StorageKit.Local.Tests;

/// <summary>What the test assembly does when a test starts it as a second process.</summary>
internal static class Program
{
    internal const string Emit = "emit", All = "all";

    static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var work, var path, var amount]) return 2;
        await using var opened = await OpenedFolder.OpenAsync(
            $"path = '{path}'\nplaintext = true", TimeProvider.System);
        if (work == WriteServer.Work)
        {
            await WriteServer.RunAsync(await opened.TenantAsync(TenantId.System));
            return 0;
        }
        var limit = int.Parse(amount);
        var trail = Entries.Trail();
        for (var i = 0; i < limit; i++)
        {
            var entry = trail.Next();
            await opened.Audit.EmitAsync(entry);
            if (work == All) await WriteOthersAsync(opened);
            // Only what was acknowledged is said, and said at once.
            Console.Out.WriteLine(entry.EntryHash);
            Console.Out.Flush();
        }
        return 0;
    }

    static async Task WriteOthersAsync(OpenedFolder opened)
    {
        await opened.Sessions.SaveAsync(new(SessionId.New(), AgentId.New(), 1));
        await opened.Credentials.PutSecretAsync("k", new byte[1]);
        await opened.Objects.WriteAsync("k", new byte[1]);
    }
}
