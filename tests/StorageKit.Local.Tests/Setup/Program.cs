namespace StorageKit.Local.Tests;

/// <summary>What the test assembly does when a test starts it as a second process.</summary>
internal static class Program
{
    internal const string Emit = "emit";

    static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [Emit, var path, var amount]) return 2;
        await using var opened = await OpenedFolder.OpenAsync($"path = '{path}'\nplaintext = true", TimeProvider.System);
        var limit = int.Parse(amount);
        var trail = Entries.Trail();
        for (var i = 0; i < limit; i++)
        {
            var entry = trail.Next();
            await opened.Audit.EmitAsync(entry);
            // Only what was acknowledged is said, and said at once.
            Console.Out.WriteLine(entry.EntryHash);
            Console.Out.Flush();
        }
        return 0;
    }
}
