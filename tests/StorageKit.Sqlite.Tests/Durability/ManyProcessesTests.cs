namespace StorageKit.Sqlite.Tests;

public sealed class ManyProcessesTests
{
    const int Processes = 8;
    const int Each = 60;

    [Fact]
    public async Task Eight_processes_that_write_one_file_never_hear_that_it_is_busy()
    {
        using var file = new TemporaryDatabase();
        // All of them create and migrate it at once, too.
        var processes = Enumerable.Range(0, Processes)
            .Select(_ => new SecondProcess(Program.Count, file.Path, Each)).ToArray();
        try
        {
            foreach (var process in processes)
            {
                Assert.Equal(Each, (await process.RestAsync()).Count);
                Assert.Equal(0, process.ExitCode);
            }
        }
        finally
        {
            foreach (var process in processes) process.Dispose();
        }
        await using var database = await file.OpenAsync("plaintext = true");
        Assert.Equal((ulong)(Processes * Each), await database.Counter.CurrentAsync("shared"));
        var records = await database.ReadAllAsync();
        Assert.Equal(
            Enumerable.Range(1, Processes * Each).Select(i => (ulong)i), records.Select(record => record.Position));
        Assert.All(await AuditChain.VerifyAsync(database.Log), chain => Assert.True(chain.Value.IsIntact));
    }
}
