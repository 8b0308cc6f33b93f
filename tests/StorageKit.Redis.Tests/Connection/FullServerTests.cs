using StorageKit.Conformance;
using StorageKit.Testing.Disks;

namespace StorageKit.Redis.Tests.Connection;

/// <summary>A server that has no memory or no disk left.</summary>
public sealed class FullServerTests : IDisposable
{
    readonly SuiteScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task A_server_without_memory_is_said_and_reads_go_on_and_writes_too_when_it_has_some()
    {
        await using var server = await PrivateRedis.StartAsync(_scope);
        await using var redis = await OpenAsync(server);
        var stores = new Stores(redis);
        await stores.WriteAllAsync(1);
        await server.AskAsync(["CONFIG", "SET", "maxmemory-policy", "noeviction"]);
        await server.AskAsync(["CONFIG", "SET", "maxmemory", "1"]);
        foreach (var write in stores.Writes(2))
            await ExpectAsync(write, "redis has no memory left; raise its maxmemory (OOM)");
        await stores.ExpectAsync(1);
        await server.AskAsync(["CONFIG", "SET", "maxmemory", "0"]);
        await stores.WriteAllAsync(3);
        await stores.ExpectAsync(3);
    }

    [MountFact]
    public async Task A_servers_full_disk_is_said_and_reads_go_on_and_writes_too_when_there_is_room()
    {
        using var disk = new SmallDisk(1024 * 1024, _scope.Folder);
        // With "always" the server ends itself when it cannot write.
        await using var server = await PrivateRedis.StartAsync(_scope, settings: new RedisSettings
        {
            Options = new Dictionary<string, string> { ["appendfsync"] = "everysec" },
        });
        await using var redis = await OpenAsync(server);
        var stores = new Stores(redis);
        await stores.WriteAllAsync(1);
        disk.Fill();
        var sessions = new RedisSessionStore(redis, default);
        await ExpectAsync(
            async () =>
            {
                for (var i = 0; i < 10_000; i++) await sessions.SaveAsync(new(SessionId.New(), AgentId.New(), 1));
            },
            "redis cannot write to its disk and takes no writes; free space there, and look at its log (MISCONF)");
        foreach (var write in stores.Writes(2)) await ExpectAsync(write, "(MISCONF)");
        await stores.ExpectAsync(1);
        disk.MakeRoom();
        // The server looks once a second.
        for (var wait = 0; wait < 100 && await IsRefusedAsync(); wait++) await Task.Delay(100);
        await stores.WriteAllAsync(3);
        await stores.ExpectAsync(3);

        async Task<bool> IsRefusedAsync()
        {
            try
            {
                await sessions.SaveAsync(new(SessionId.New(), AgentId.New(), 1));
                return false;
            }
            catch (StorageException e) when (e.IsTransient)
            {
                return true;
            }
        }
    }

    static ValueTask<RedisServer> OpenAsync(PrivateRedis server) => RedisServer.OpenAsync(
        TestServer.OptionsOf(server), Microsoft.Extensions.Logging.Abstractions.NullLogger<RedisServer>.Instance);

    static async Task ExpectAsync(Func<Task> write, string expected)
    {
        var error = await Assert.ThrowsAsync<StorageException>(write);
        Assert.Equal((StorageErrorKind.Backend, true), (error.Kind, error.IsTransient));
        Assert.Contains(expected, error.Message);
    }

    sealed class Stores(RedisServer redis)
    {
        static readonly TimeSpan s_window = TimeSpan.FromHours(1);

        readonly RedisSessionStore _sessions = new(redis, default);
        readonly RedisRateLimitCounter _counter = new(redis, default);
        readonly RedisLifecycleStore _agents = new(redis, default);
        readonly SessionId _session = SessionId.New();
        readonly AgentId _agent = AgentId.New();
        ulong _counted;

        internal IEnumerable<Func<Task>> Writes(byte value) =>
        [
            () => _sessions.SaveAsync(new(_session, _agent, value)).AsTask(),
            async () => _counted = await _counter.IncrementAsync("k", value, s_window),
            () => _agents.RegisterAsync(_agent).AsTask(),
        ];

        internal async Task WriteAllAsync(byte value)
        {
            foreach (var write in Writes(value)) await write();
        }

        internal async Task ExpectAsync(byte value)
        {
            Assert.Equal(value, (await _sessions.LoadAsync(_session))!.StartedAtNs);
            Assert.Equal(_counted, await _counter.CurrentAsync("k"));
            Assert.NotNull(await _agents.LastSeenAsync(_agent));
        }
    }
}
