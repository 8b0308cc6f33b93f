namespace StorageKit.Local.Tests;

public sealed class DamageTests
{
    [Fact]
    public async Task A_torn_last_line_is_moved_aside_and_the_log_goes_on()
    {
        using var folder = new TemporaryFolder();
        var chain = Entries.Chain(3);
        await EmitAsync(folder, chain[..2]);
        var whole = new FileInfo(folder.FirstSegment).Length;
        Damage.Append(folder.FirstSegment, "{\"position\":3,\"ba"u8.ToArray());
        await using var opened = await folder.OpenAsync();
        Assert.Equal(2, (await opened.ReadAllAsync()).Count);
        Assert.Equal(whole, new FileInfo(folder.FirstSegment).Length);
        Assert.Equal(
            "{\"position\":3,\"ba",
            await File.ReadAllTextAsync($"{folder.FirstSegment}.{whole}-1.torn"));
        await opened.Audit.EmitAsync(chain[2]);
        Assert.Equal(3, (await opened.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task Damage_before_the_last_group_is_an_error_with_file_and_line_and_nothing_is_changed()
    {
        using var folder = new TemporaryFolder();
        await EmitAsync(folder, Entries.Chain(4));
        var content = await File.ReadAllLinesAsync(folder.FirstSegment);
        Damage.Flip(folder.FirstSegment, content[0].Length + 100);
        var damaged = await File.ReadAllBytesAsync(folder.FirstSegment);
        await using var opened = await folder.OpenAsync();
        Func<Task>[] calls = [opened.ReadAllAsync, () => opened.Audit.EmitAsync(Entries.Single()).AsTask()];
        foreach (var call in calls)
        {
            var error = await Assert.ThrowsAsync<StorageException>(call);
            Assert.Equal(StorageErrorKind.Serialization, error.Kind);
            Assert.Contains($"line 2 of \"{folder.FirstSegment}\" is damaged", error.Message);
        }
        Assert.Equal(damaged, await File.ReadAllBytesAsync(folder.FirstSegment));
    }

    [Fact]
    public async Task A_group_that_was_never_acknowledged_is_cut_wherever_the_disk_lost_it()
    {
        using var folder = new TemporaryFolder();
        var chain = Entries.Chain(3);
        await EmitAsync(folder, chain[..1]);
        var synced = new FileInfo(folder.FirstSegment).Length;
        // Two lines of one group; the disk has the second one and not the first.
        using var group = new MemoryStream();
        AuditLine.Write(group, 2, 0, synced, AuditLine.BodyOf(chain[1]));
        var second = (int)group.Length;
        AuditLine.Write(group, 3, 0, synced, AuditLine.BodyOf(chain[2]));
        Damage.Append(folder.FirstSegment, [.. new byte[second], .. group.ToArray().AsSpan(second)]);
        await using var opened = await folder.OpenAsync();
        Assert.Single(await opened.ReadAllAsync());
        await opened.Audit.EmitAsync(chain[1]);
        Assert.Equal(2, (await opened.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task A_batch_whose_end_is_missing_is_not_there_at_all()
    {
        using var folder = new TemporaryFolder();
        var chain = Entries.Chain(4);
        await EmitAsync(folder, chain[..1]);
        await using (var opened = await folder.OpenAsync())
            await opened.Get<IAuditBatchSink>().EmitBatchAsync(chain[1..]);
        Damage.Cut(folder.FirstSegment, new FileInfo(folder.FirstSegment).Length - 1);
        await using var again = await folder.OpenAsync();
        Assert.Equal(chain[0].EntryHash, Assert.Single(await again.ReadAllAsync()).Entry.EntryHash);
    }

    [Fact]
    public async Task An_open_log_notices_that_it_was_cut_or_changed()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        foreach (var entry in Entries.Chain(3)) await opened.Audit.EmitAsync(entry);
        var length = new FileInfo(folder.FirstSegment).Length;
        Damage.Flip(folder.FirstSegment, length - 100);
        var changed = await Assert.ThrowsAsync<StorageException>(opened.ReadAllAsync);
        Assert.Contains($"line 3 of \"{folder.FirstSegment}\" is damaged", changed.Message);
        Damage.Cut(folder.FirstSegment, length - 100);
        var cut = await Assert.ThrowsAsync<StorageException>(opened.ReadAllAsync);
        Assert.Equal(StorageErrorKind.Serialization, cut.Kind);
        Assert.Contains("somebody has cut it", cut.Message);
    }

    [Fact]
    public async Task A_missing_segment_is_said()
    {
        using var folder = new TemporaryFolder();
        await using (var opened = await folder.OpenAsync("plaintext = true\nsegment_size = 1024"))
            foreach (var entry in Entries.Chain(8)) await opened.Audit.EmitAsync(entry);
        var missing = folder.In("audit", folder.Names("audit")[1]);
        File.Delete(missing);
        await using var again = await folder.OpenAsync();
        var error = await Assert.ThrowsAsync<StorageException>(again.ReadAllAsync);
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
        Assert.Contains($"\"{missing}\" is missing", error.Message);
    }

    static async Task EmitAsync(TemporaryFolder folder, IEnumerable<AuditEntry> entries)
    {
        await using var opened = await folder.OpenAsync();
        foreach (var entry in entries) await opened.Audit.EmitAsync(entry);
    }
}
