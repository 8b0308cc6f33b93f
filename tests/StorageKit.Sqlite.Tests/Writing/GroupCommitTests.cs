namespace StorageKit.Sqlite.Tests;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task Sixty_four_emitters_share_a_few_syncs()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var before = CommitsInLog(file);
        Task[] emits;
        using (var other = file.OpenRaw())
        {
            using var lockedOut = other.BeginTransaction(deferred: false);
            emits = [.. Enumerable.Range(0, 64).Select(_ => database.Audit.EmitAsync(Entries.Single()).AsTask())];
        }
        await Task.WhenAll(emits);
        // What the writer took before it met the lock, and all the rest.
        Assert.InRange(CommitsInLog(file) - before, 1, 2);
        Assert.Equal(64, file.Number("SELECT count(*) FROM audit"));
    }

    [Fact]
    public async Task Each_acknowledged_emit_of_a_single_caller_is_a_commit_of_its_own()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var before = CommitsInLog(file);
        foreach (var entry in Entries.Chain(5)) await database.Audit.EmitAsync(entry);
        Assert.Equal(5, CommitsInLog(file) - before);
    }

    [Fact]
    public async Task An_operation_that_fails_fails_alone_in_its_group()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        Task[] good;
        Task bad;
        using (var other = file.OpenRaw())
        {
            using var lockedOut = other.BeginTransaction(deferred: false);
            good = [.. Entries.Chain(10).Select(entry => database.Audit.EmitAsync(entry).AsTask())];
            bad = database.Lifecycle.HeartbeatAsync(AgentId.New()).AsTask();
            good = [.. good, .. Entries.Chain(10).Select(entry => database.Audit.EmitAsync(entry).AsTask())];
        }
        await Task.WhenAll(good);
        Assert.Equal(StorageErrorKind.NotFound, (await Assert.ThrowsAsync<StorageException>(() => bad)).Kind);
        Assert.Equal(
            Enumerable.Range(1, 20).Select(i => (ulong)i),
            (await database.ReadAllAsync()).Select(record => record.Position));
    }

    [Fact]
    public async Task A_lock_shorter_than_busy_timeout_is_waited_for_and_a_longer_one_is_a_transient_timeout()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync("plaintext = true\nbusy_timeout = '400ms'");
        Task<ulong> waits;
        using (var other = file.OpenRaw())
        {
            using var lockedOut = other.BeginTransaction(deferred: false);
            var error = await Assert.ThrowsAsync<StorageException>(
                async () => await database.Counter.IncrementAsync("k", 1, TimeSpan.MaxValue));
            Assert.Equal((StorageErrorKind.Timeout, true), (error.Kind, error.IsTransient));
            Assert.Equal(0UL, await database.Counter.CurrentAsync("k"));
            waits = database.Counter.IncrementAsync("k", 1, TimeSpan.MaxValue).AsTask();
            await Task.Delay(100);
            Assert.False(waits.IsCompleted);
        }
        Assert.Equal(1UL, await waits);
    }

    // A frame of the write-ahead log that ends a commit carries the size of the database; others carry 0.
    static int CommitsInLog(TemporaryDatabase file)
    {
        const int Header = 32, FrameHeader = 24, Page = 4096;
        using var log = new FileStream(file.Path + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[log.Length];
        log.ReadExactly(bytes);
        var commits = 0;
        for (var frame = Header; frame < bytes.Length; frame += FrameHeader + Page)
            if (bytes.AsSpan(frame + 4, 4).ContainsAnyExcept((byte)0))
                commits++;
        return commits;
    }
}
