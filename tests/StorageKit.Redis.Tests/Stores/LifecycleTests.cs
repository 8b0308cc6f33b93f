namespace StorageKit.Redis.Tests.Stores;

public sealed class LifecycleTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Agents_are_listed_in_the_order_of_their_ids_each_tenant_for_itself()
    {
        await using var redis = await server.OpenAsync();
        var store = new RedisLifecycleStore(redis, TenantId.New());
        var agents = Enumerable.Range(0, 600).Select(_ => AgentId.New()).Append(default).ToList();
        await Task.WhenAll(agents.Select(agent => store.RegisterAsync(agent).AsTask()));
        await new RedisLifecycleStore(redis, TenantId.New()).RegisterAsync(AgentId.New());

        var listed = await ToListAsync(store);
        Assert.Equal(agents.Order(), listed.Select(status => status.Agent));
        Assert.All(listed, status => Assert.Equal(status.RegisteredAt, status.LastSeen));
        Assert.All(listed, status => Assert.InRange(
            (DateTimeOffset.UtcNow - status.LastSeen).TotalSeconds, -1, 300));
    }

    [Fact]
    public async Task A_heartbeat_moves_last_seen_on_and_registered_at_stays()
    {
        await using var redis = await server.OpenAsync();
        var store = new RedisLifecycleStore(redis, TenantId.New());
        var agent = AgentId.New();
        await store.RegisterAsync(agent);
        var first = Assert.Single(await ToListAsync(store));
        await Task.Delay(5);
        await store.HeartbeatAsync(agent);
        var second = Assert.Single(await ToListAsync(store));
        Assert.Equal(first.RegisteredAt, second.RegisteredAt);
        Assert.True(second.LastSeen > first.LastSeen);
        Assert.Equal(second.LastSeen, await store.LastSeenAsync(agent));
    }

    [Fact]
    public async Task A_silent_agent_expires_is_not_listed_and_not_revived_and_its_key_goes()
    {
        await using var redis = await server.OpenAsync(
            server.Options with { AgentTtl = TimeSpan.FromMilliseconds(200) });
        var tenant = TenantId.New();
        var store = new RedisLifecycleStore(redis, tenant);
        var agent = AgentId.New();
        await store.RegisterAsync(agent);
        await store.HeartbeatAsync(agent);
        await Task.Delay(250);
        Assert.Null(await store.LastSeenAsync(agent));
        Assert.Empty(await ToListAsync(store));
        await ExpectAsync(StorageErrorKind.NotFound, async () => await store.HeartbeatAsync(agent));
        Assert.Equal(0, (await server.Raw.AskAsync("EXISTS", KeyOf(tenant, agent))).Integer);
    }

    [Fact]
    public async Task Expired_agents_are_removed_while_others_of_the_same_key_live_on()
    {
        var forever = server.Options;
        var tenant = TenantId.New();
        await using var shortLived = await server.OpenAsync(forever with { AgentTtl = TimeSpan.FromMilliseconds(50) });
        await using var longLived = await server.OpenAsync(forever);
        var (mortals, immortals) = (new RedisLifecycleStore(shortLived, tenant), new RedisLifecycleStore(longLived, tenant));
        for (byte i = 0; i < 20; i++) await mortals.RegisterAsync(Sibling(i));
        var immortal = Sibling(255);
        await immortals.RegisterAsync(immortal);
        await Task.Delay(80);
        for (var i = 0; i < 100; i++) await immortals.RegisterAsync(immortal);
        Assert.Equal(1, (await server.Raw.AskAsync("HLEN", KeyOf(tenant, immortal))).Integer);
        Assert.Equal(-1, (await server.Raw.AskAsync("PTTL", KeyOf(tenant, immortal))).Integer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("1 2 x")]
    public async Task A_damaged_registration_is_a_serialization_error_until_it_is_registered_again(string stored)
    {
        await using var redis = await server.OpenAsync();
        var tenant = TenantId.New();
        var store = new RedisLifecycleStore(redis, tenant);
        var agent = AgentId.New();
        await server.Raw.AskAsync("HSET", KeyOf(tenant, agent), agent.ToHex(), stored);
        await ExpectAsync(StorageErrorKind.Serialization, async () => await store.HeartbeatAsync(agent));
        await ExpectAsync(StorageErrorKind.Serialization, async () => await store.LastSeenAsync(agent));
        await ExpectAsync(StorageErrorKind.Serialization, async () => await ToListAsync(store));
        await store.RegisterAsync(agent);
        await store.HeartbeatAsync(agent);
    }

    static AgentId Sibling(byte last)
    {
        var bytes = new byte[16];
        bytes[15] = last;
        return AgentId.FromBytes(bytes);
    }

    static async Task<List<AgentStatus>> ToListAsync(ILifecycleMonitor monitor)
    {
        List<AgentStatus> all = [];
        await foreach (var status in monitor.ListAsync()) all.Add(status);
        return all;
    }

    static async Task ExpectAsync(StorageErrorKind kind, Func<Task> call) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<StorageException>(call)).Kind);

    static string KeyOf(TenantId tenant, AgentId agent) => $"sk:agents:{{{tenant.ToHex()}:{agent.ToHex()[..2]}}}";
}
