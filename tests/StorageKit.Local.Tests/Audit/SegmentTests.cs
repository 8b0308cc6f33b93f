using System.Text.Json;

namespace StorageKit.Local.Tests;

public sealed class SegmentTests
{
    [Fact]
    public async Task A_line_is_JSON_with_the_entry_byte_for_byte()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        var entry = Entries.Single("\u2028 \0 \"line\nbreak\" ключ");
        await opened.Audit.EmitAsync(entry);
        var line = Assert.Single(await File.ReadAllLinesAsync(folder.FirstSegment));
        using var json = JsonDocument.Parse(line);
        Assert.Equal(1, json.RootElement.GetProperty("position").GetInt32());
        Assert.Equal(entry.EntryHash.ToString(), json.RootElement.GetProperty("entry_hash").GetString());
        Assert.Equal(entry.ToJson(), json.RootElement.GetProperty("entry").GetRawText());
    }

    [Fact]
    public async Task A_full_segment_is_followed_by_one_named_by_its_first_position()
    {
        using var folder = new TemporaryFolder();
        var chain = Entries.Chain(10);
        await using (var opened = await folder.OpenAsync("plaintext = true\nsegment_size = 1024"))
        {
            foreach (var entry in chain[..7]) await opened.Audit.EmitAsync(entry);
            Assert.True(folder.Names("audit").Length > 2);
        }
        await using var again = await folder.OpenAsync("plaintext = true\nsegment_size = 1024");
        foreach (var entry in chain) await again.Audit.EmitAsync(entry);
        var records = await again.ReadAllAsync();
        Assert.Equal(chain.Select(entry => entry.EntryHash), records.Select(record => record.Entry.EntryHash));
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (ulong)i), records.Select(record => record.Position));
        Assert.Equal([4UL, 5UL], (await again.Log.ReadAsync(after: 3, limit: 2)).Select(record => record.Position));
        foreach (var name in folder.Names("audit"))
            Assert.StartsWith(
                $"{{\"position\":{ulong.Parse(Path.GetFileNameWithoutExtension(name))},",
                await File.ReadAllTextAsync(folder.In("audit", name)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixty_four_emitters_share_a_few_syncs()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        await opened.Audit.EmitAsync(Entries.Single());
        Task[] emits;
        using (new FolderLock(folder.In("audit"), TimeSpan.Zero).TakeAlone())
            emits = [.. Enumerable.Range(0, 64).Select(_ => opened.Audit.EmitAsync(Entries.Single()).AsTask())];
        await Task.WhenAll(emits);
        // A line names the length that was synced before its group; what was queued before the lock was met is a group.
        var groups = (await File.ReadAllLinesAsync(folder.FirstSegment))[1..]
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("synced").GetInt64()).Distinct();
        Assert.InRange(groups.Count(), 1, 2);
        Assert.Equal(65, (await opened.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task A_batch_is_stored_once_and_in_its_order()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        var chain = Entries.Chain(5);
        await opened.Audit.EmitAsync(chain[2]);
        await opened.Get<IAuditBatchSink>().EmitBatchAsync([.. chain, .. chain]);
        Assert.Equal(
            new[] { 2, 0, 1, 3, 4 }.Select(i => chain[i].EntryHash),
            (await opened.ReadAllAsync()).Select(record => record.Entry.EntryHash));
    }

    [Fact]
    public async Task An_enforced_chain_is_still_known_after_reopening()
    {
        using var folder = new TemporaryFolder();
        var chain = Entries.Chain(3);
        await using (var opened = await folder.OpenAsync())
            foreach (var entry in chain[..2])
                await opened.Audit.EmitAsync(entry);
        await using var again = await folder.OpenAsync("plaintext = true\nenforce_chain = true");
        var gap = await Assert.ThrowsAsync<StorageException>(
            async () => await again.Get<IAuditBatchSink>().EmitBatchAsync([chain[2], Entries.Chain(2)[1]]));
        Assert.Equal(StorageErrorKind.Conflict, gap.Kind);
        Assert.Equal(2, (await again.ReadAllAsync()).Count);
        await again.Audit.EmitAsync(chain[2]);
        Assert.Equal(3, (await again.ReadAllAsync()).Count);
    }
}
