namespace StorageKit.Local.Tests;

public sealed class SecondProcessTests
{
    [Fact]
    public async Task Two_processes_write_one_log_in_turns_and_lose_nothing()
    {
        const int Each = 200;
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        using var other = new SecondProcess(Program.Emit, folder.Root, Each);
        List<Hash256> acknowledged = [(await other.NextAcknowledgedAsync())!.Value];
        foreach (var entry in Entries.Chain(Each))
        {
            await opened.Audit.EmitAsync(entry);
            acknowledged.Add(entry.EntryHash);
        }
        acknowledged.AddRange(await other.RestAsync());
        Assert.Equal(0, other.ExitCode);
        var records = await opened.ReadAllAsync();
        Assert.Equal(2 * Each, records.Count);
        Assert.Equal(acknowledged.ToHashSet(), records.Select(record => record.Entry.EntryHash).ToHashSet());
        Assert.Equal(Enumerable.Range(1, 2 * Each).Select(i => (ulong)i), records.Select(record => record.Position));
    }

    [Fact]
    public async Task A_killed_process_leaves_its_turn_to_others()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        using var other = new SecondProcess(Program.Emit, folder.Root, 1_000_000);
        List<Hash256> acknowledged = [(await other.NextAcknowledgedAsync())!.Value];
        other.Kill();
        acknowledged.AddRange(await other.RestAsync());
        await opened.Audit.EmitAsync(Entries.Single());
        Assert.Subset(
            (await opened.ReadAllAsync()).Select(record => record.Entry.EntryHash).ToHashSet(),
            acknowledged.ToHashSet());
    }

    [Fact]
    public async Task Whoever_holds_the_log_for_too_long_is_named_by_the_file()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync("plaintext = true\nbusy_timeout = '200ms'");
        await opened.Audit.EmitAsync(Entries.Single());
        using (new FolderLock(folder.In("audit"), TimeSpan.Zero).TakeAlone())
        {
            var error = await Assert.ThrowsAsync<StorageException>(
                async () => await opened.Audit.EmitAsync(Entries.Single()));
            Assert.Equal((StorageErrorKind.Timeout, true), (error.Kind, error.IsTransient));
            Assert.Contains(folder.In("audit", "folder.lock"), error.Message);
        }
        await opened.Audit.EmitAsync(Entries.Single());
        Assert.Equal(2, (await opened.ReadAllAsync()).Count);
    }
}
