namespace StorageKit.Postgres.Tests;

/// <summary>A server of their own, because they stop it.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    readonly SuiteScope _scope = new();
    PrivatePostgres _server = null!;

    public async Task InitializeAsync() => _server = await PrivatePostgres.StartAsync(_scope);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _scope.Dispose();
    }

    [Fact]
    public async Task After_a_restart_the_same_stores_work_and_hold_all_that_was_acknowledged()
    {
        await using var schema = await OpenedSchema.OpenAsync(_server);
        var acknowledged = new List<Hash256>();
        for (var round = 0; round < 3; round++)
        {
            // Several connections in the pool, all of which break.
            await Task.WhenAll(Enumerable.Range(0, 8).Select(
                i => schema.Counter.IncrementAsync($"k{i}", 1, TimeSpan.MaxValue).AsTask()));
            var entry = Entries.Single();
            await schema.Audit.EmitAsync(entry);
            acknowledged.Add(entry.EntryHash);
            await _server.KillAsync();
            var error = await Assert.ThrowsAsync<StorageException>(() => schema.Counter.CurrentAsync("k0").AsTask());
            Assert.Equal((StorageErrorKind.Backend, true), (error.Kind, error.IsTransient));
            await _server.StartAsync();
            Assert.Equal((ulong)round + 1, await schema.Counter.CurrentAsync("k0"));
        }
        Assert.Equal(acknowledged, (await schema.ReadAllAsync()).Select(record => record.Entry.EntryHash));
    }

    [Fact]
    public async Task An_emit_on_a_connection_that_broke_meanwhile_is_stored_once()
    {
        await using var schema = await OpenedSchema.OpenAsync(_server);
        await schema.Audit.EmitAsync(Entries.Single());
        await _server.QueryAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'StorageKit'");
        await schema.Audit.EmitAsync(Entries.Single());
        Assert.Equal([1, 2], (await schema.ReadAllAsync()).Select(record => record.Position));
    }

    [Fact]
    public async Task A_server_that_forgets_by_default_still_writes_through_for_us()
    {
        await using var schema = await OpenedSchema.OpenAsync(_server);
        await _server.QueryAsync("ALTER SYSTEM SET synchronous_commit = off");
        await _server.QueryAsync("SELECT pg_reload_conf()");
        await _server.StopAsync();
        await _server.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await schema.Audit.EmitAsync(Entries.Single());
            await _server.KillAsync();
            await _server.StartAsync();
            Assert.Equal(i + 1, (await schema.ReadAllAsync()).Count);
        }
    }
}
