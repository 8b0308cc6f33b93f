using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace StorageKit.Postgres.Tests;

public sealed class TimeoutTests(SharedServer shared) : ServerTests(shared)
{
    [Fact]
    public async Task A_call_that_waits_for_a_lock_ends_with_command_timeout_and_has_no_effect()
    {
        var name = NewSchema();
        await using var schema = await OpenedSchema.OpenAsync(
            NewSection(name, "command_timeout = '500ms'\nplaintext = true"));
        await schema.Objects.WriteAsync("k", "before"u8.ToArray());
        var holder = Server.QueryAsync($"BEGIN; LOCK TABLE {name}.objects; SELECT pg_sleep(2); COMMIT").AsTask();
        await LockedAsync(name);
        var watch = Stopwatch.StartNew();
        var error = await Assert.ThrowsAsync<StorageException>(
            () => schema.Objects.WriteAsync("k", "after"u8.ToArray()).AsTask());
        Assert.Equal((StorageErrorKind.Timeout, true), (error.Kind, error.IsTransient));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(1.5));
        await holder;
        Assert.Equal("before"u8.ToArray(), await schema.Objects.ReadAsync("k"));
    }

    [Fact]
    public async Task A_call_can_be_cancelled_while_the_server_works_on_it()
    {
        var name = NewSchema();
        await using var schema = await OpenedSchema.OpenAsync(NewSection(name));
        var holder = Server.QueryAsync($"BEGIN; LOCK TABLE {name}.objects; SELECT pg_sleep(2); COMMIT").AsTask();
        await LockedAsync(name);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var watch = Stopwatch.StartNew();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => schema.Objects.ReadAsync("k", soon.Token).AsTask());
        Assert.Equal(soon.Token, cancelled.CancellationToken);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(1UL, await schema.Counter.IncrementAsync("k", 1, TimeSpan.FromMinutes(1)));
        await holder;
    }

    [Fact]
    public async Task A_host_that_never_answers_ends_with_connect_timeout()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var at = Server.Address with { Port = ((IPEndPoint)silent.LocalEndpoint).Port };
        var watch = Stopwatch.StartNew();
        var error = await Assert.ThrowsAsync<StorageConfigException>(
            () => OpenedSchema.OpenAsync(Sections.At(at, "connect_timeout = '500ms'\nplaintext = true")));
        Assert.Contains("gave no connection within connect_timeout", error.Message);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(2));
    }

    async Task LockedAsync(string schema)
    {
        while (await NumberAsync(
            "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted "
            + $"AND relation = '{schema}.objects'::regclass") == 0)
            await Task.Delay(10);
    }
}
