namespace StorageKit.Sqlite.Tests;

public sealed class DisposeTests
{
    [Fact]
    public async Task Dispose_writes_what_was_queued_and_moves_the_log_into_the_file()
    {
        using var file = new TemporaryDatabase();
        var database = await file.OpenAsync();
        var emits = Entries.Chain(300).Select(entry => database.Audit.EmitAsync(entry).AsTask()).ToArray();
        await database.DisposeAsync();
        await Task.WhenAll(emits);
        Assert.Equal(["agents.db"], Directory.GetFiles(file.Folder).Select(Path.GetFileName));
        Assert.Equal(300, file.Number("SELECT count(*) FROM audit"));
    }

    [Fact]
    public async Task Calls_in_flight_end_and_later_ones_are_refused()
    {
        using var file = new TemporaryDatabase();
        var database = await file.OpenAsync();
        var stores = (database.Audit, database.Counter, database.Objects);
        var calls = Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            while (true)
            {
                if (i % 2 == 0) await stores.Counter.IncrementAsync("k", 1, TimeSpan.MaxValue);
                else await stores.Counter.CurrentAsync("k");
            }
        })).ToArray();
        await Task.Delay(50);
        await database.DisposeAsync();
        await database.DisposeAsync();
        foreach (var call in calls)
            await Assert.ThrowsAsync<ObjectDisposedException>(() => call.WaitAsync(TimeSpan.FromSeconds(20)));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stores.Audit.EmitAsync(Entries.Single()));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stores.Objects.ReadAsync("k"));
    }

    [Fact]
    public async Task A_disposed_store_refuses_and_leaves_the_others_alone()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        ((IDisposable)database.Counter).Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await database.Counter.CurrentAsync("k"));
        await database.Audit.EmitAsync(Entries.Single());
        await database.Get<IHealthCheckable>().CheckHealthAsync();
    }

    [Fact]
    public async Task Opening_and_closing_leaves_no_thread_and_no_file_open()
    {
        using var file = new TemporaryDatabase();
        for (var round = 0; round < 20; round++)
        {
            await using var database = await file.OpenAsync();
            await database.Counter.IncrementAsync("k", 1, TimeSpan.MaxValue);
            await database.Counter.CurrentAsync("k");
        }
        // Every descriptor is gone when the last connection could remove the log.
        Assert.Equal(["agents.db"], Directory.GetFiles(file.Folder).Select(Path.GetFileName));
        if (OperatingSystem.IsLinux()) Assert.DoesNotContain(file.Path, OpenFiles());
    }

    static IEnumerable<string?> OpenFiles() =>
        Directory.GetFiles("/proc/self/fd").Select(link => new FileInfo(link).LinkTarget).ToList();
}
