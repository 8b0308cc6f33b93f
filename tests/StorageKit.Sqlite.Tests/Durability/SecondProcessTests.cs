namespace StorageKit.Sqlite.Tests;

public sealed class SecondProcessTests
{
    const string Options = "plaintext = true";

    [Fact]
    public async Task A_killed_process_loses_no_entry_that_it_acknowledged()
    {
        using var file = new TemporaryDatabase();
        var delays = new Random(20_261_122);
        var said = new List<Hash256>();
        for (var round = 0; round < 5; round++)
        {
            using var process = new SecondProcess(Program.Emit, file.Path, int.MaxValue);
            said.Add((await process.NextAcknowledgedAsync())!.Value);
            await Task.Delay(delays.Next(5, 120));
            process.Kill();
            said.AddRange(await process.RestAsync());
            await using var database = await file.OpenAsync(Options);
            var records = await database.ReadAllAsync();
            Assert.Equal(
                Enumerable.Range(1, records.Count).Select(i => (ulong)i), records.Select(record => record.Position));
            Assert.All(records, record => Assert.True(record.Entry.VerifyIntegrity()));
            var stored = records.Select(record => record.Entry.EntryHash).ToList();
            // In the order in which they were acknowledged; at most one a round was stored and not yet said.
            Assert.Equal(said, stored.Where(said.Contains));
            Assert.InRange(stored.Count - said.Count, 0, round + 1);
        }
    }

    [Fact]
    public async Task Two_processes_keep_one_log_without_holes_and_one_count()
    {
        const int Each = 150;
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync(Options);
        using var process = new SecondProcess(Program.Count, file.Path, Each);
        Assert.NotNull(await process.NextAcknowledgedAsync());
        var totals = new List<ulong>();
        foreach (var entry in Entries.Chain(Each))
        {
            await database.Audit.EmitAsync(entry);
            totals.Add(await database.Counter.IncrementAsync("shared", 1, TimeSpan.MaxValue));
        }
        Assert.Equal(Each - 1, (await process.RestAsync()).Count);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(totals.Distinct().Order(), totals);
        Assert.Equal(2UL * Each, await database.Counter.CurrentAsync("shared"));
        var records = await database.ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, 2 * Each).Select(i => (ulong)i), records.Select(record => record.Position));
        Assert.Equal(2, records.Select(record => record.Entry.SessionId).Distinct().Count());
    }
}
