namespace StorageKit.Sqlite.Tests;

public sealed class CapacityTests : IDisposable
{
    readonly OutboxFolder _folder = new();

    [Fact]
    public async Task A_full_outbox_fails_the_emit_and_says_how_much_waits_since_when_and_what_to_do()
    {
        await using var outbox = await _folder.OpenAsync("capacity = 3");
        var chain = Entries.Chain(5);
        using (await _folder.TakeTargetAwayAsync())
        {
            await outbox.EmitAsync(chain.Take(3));
            var full = await Assert.ThrowsAsync<StorageException>(() => outbox.EmitAsync(chain[3]));
            Assert.Equal((StorageErrorKind.Backend, true), (full.Kind, full.IsTransient));
            Assert.Matches(
                "outbox \"outbox.db\" is full: of 3 entries 3 waiting since 20..-..-..T..:..:..Z .* s\\), 0 set aside",
                full.Message);
            Assert.Contains("Bring the target \"sqlite\" back", full.Message);
            // What is there already needs no room.
            await outbox.EmitAsync(chain[0]);
        }
        await outbox.HoldsAsync(0);
        await outbox.EmitAsync(chain.Skip(3));
        Assert.Equal(chain, await outbox.ArrivedAsync());
    }

    [Fact]
    public async Task Concurrent_emitters_of_two_instances_never_exceed_the_capacity_and_lose_nothing_acknowledged()
    {
        const int Capacity = 40;
        await using var one = await _folder.OpenAsync($"capacity = {Capacity}");
        await using var other = await _folder.OpenAsync($"capacity = {Capacity}");
        List<AuditEntry> acknowledged = [];
        using (await _folder.TakeTargetAwayAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
            {
                foreach (var entry in Entries.Chain(8))
                {
                    var refused = await Record.ExceptionAsync(() => (i % 2 == 0 ? one : other).EmitAsync(entry));
                    if (refused is not null) Assert.Contains("is full", refused.Message);
                    else lock (acknowledged) acknowledged.Add(entry);
                }
            }));
            Assert.Equal(Capacity, OpenedOutbox.Held(_folder.Path));
        }
        await one.HoldsAsync(0);
        Assert.Equal(
            acknowledged.Select(entry => $"{entry.EntryHash}").Order(),
            (await one.ArrivedAsync()).Select(entry => $"{entry.EntryHash}").Order());
    }

    public void Dispose() => _folder.Dispose();
}
