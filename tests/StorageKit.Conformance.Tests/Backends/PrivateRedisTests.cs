using StorageKit.Conformance.Backends;

namespace StorageKit.Conformance.Tests.Backends;

public sealed class PrivateRedisTests : IDisposable
{
    readonly SuiteScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task It_answers_and_after_its_end_no_process_port_or_file_is_left()
    {
        var redis = await PrivateRedis.StartAsync(_scope);
        Assert.Equal("PONG", await redis.AskAsync(["PING"]));
        Assert.NotEmpty(RunningProcesses.With($"127.0.0.1:{redis.Port}"));
        Assert.Matches(@"^Redis \d+\.\d+", redis.Description);

        await redis.DisposeAsync();
        await redis.DisposeAsync();

        Assert.Empty(RunningProcesses.With($"127.0.0.1:{redis.Port}"));
        Assert.True(FreePort.IsFree(redis.Port));
        Assert.Empty(Directory.GetFileSystemEntries(_scope.Folder));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => redis.StartAsync().AsTask());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_acknowledged_is_there_after_a_stop_or_kill_and_a_start_on_the_same_port(bool kill)
    {
        await using var redis = await PrivateRedis.StartAsync(_scope);
        var port = redis.Port;
        await redis.AskAsync(["SET", "key", "value"]);

        if (kill) await redis.KillAsync();
        else await redis.StopAsync();
        Assert.False(redis.IsRunning);
        Assert.True(FreePort.IsFree(port));
        await redis.StartAsync();

        Assert.Equal(port, redis.Port);
        Assert.Equal("value", await redis.AskAsync(["GET", "key"]));
    }

    [Fact]
    public async Task Starting_twice_and_stopping_twice_changes_nothing()
    {
        await using var redis = await PrivateRedis.StartAsync(_scope);
        await redis.StartAsync();
        Assert.Single(RunningProcesses.With($"127.0.0.1:{redis.Port}"));
        await redis.StopAsync();
        await redis.StopAsync();
        await redis.KillAsync();
        Assert.False(redis.IsRunning);
    }

    [Fact]
    public async Task Two_run_at_once_and_share_nothing()
    {
        var starts = await Task.WhenAll(
            PrivateRedis.StartAsync(_scope).AsTask(), PrivateRedis.StartAsync(_scope).AsTask());
        await using var first = starts[0];
        await using var second = starts[1];
        await first.AskAsync(["SET", "key", "value"]);
        Assert.Equal("0", await second.AskAsync(["DBSIZE"]));
    }

    [Fact]
    public async Task It_counts_other_connections_and_keys_and_shows_what_is_on_disk()
    {
        await using var redis = await PrivateRedis.StartAsync(_scope);
        Assert.Equal(0, await redis.ConnectionsAsync());
        using var other = await RedisConnection.OpenAsync(redis.Address, default);
        await other.AskAsync(default, "SET", "key", "canary-4711");

        Assert.Equal(1, await redis.ConnectionsAsync());
        Assert.Equal(1, await redis.CounterKeysAsync(TenantId.New()));
        Assert.True(await Scans.ContainAsync(redis, "canary-4711"));
    }

    [Fact]
    public async Task Options_and_password_are_the_authors()
    {
        var settings = new RedisSettings
        {
            Password = "one-of-a-kind", Options = new Dictionary<string, string> { ["appendonly"] = "no" },
        };
        await using var redis = await PrivateRedis.StartAsync(_scope, at => $"password = '{at.Password}'", settings);
        Assert.Equal("0", (await redis.AskAsync(["INFO", "persistence"])).Split("aof_enabled:")[1][..1]);
        Assert.Equal("password = 'one-of-a-kind'", redis.Harness().Section);
        var refused = await Assert.ThrowsAsync<BackendException>(
            () => RedisConnection.OpenAsync(redis.Address with { Password = "wrong" }, default));
        Assert.Contains("WRONGPASS", refused.Message);
        Assert.DoesNotContain("one-of-a-kind", redis.Address.ToString());
    }

    [Fact]
    public async Task A_harness_opens_the_driver_at_the_servers_address_and_at_a_proxys()
    {
        await using var harness = await PrivateRedis.HarnessAsync(_scope, at => $"port = {at.Port}");
        var endpoint = harness.Probe<IBackendEndpoint>()!;
        Assert.Equal($"port = {endpoint.Port}", harness.Section);
        Assert.Equal("port = 7", endpoint.SectionAt("127.0.0.1", 7));
        Assert.NotNull(harness.Probe<IBackendControl>());
        Assert.NotNull(harness.Probe<IRawScan>());
        Assert.NotNull(harness.Probe<IResourceProbe>());
    }
}
