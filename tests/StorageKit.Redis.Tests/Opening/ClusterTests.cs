using StorageKit.Conformance;

namespace StorageKit.Redis.Tests.Opening;

public sealed class ClusterTests
{
    [Fact]
    public async Task In_a_cluster_no_operation_needs_two_slots()
    {
        using var scope = new SuiteScope();
        await using var server = await PrivateRedis.StartAsync(scope, settings: new RedisSettings
        {
            Options = new Dictionary<string, string> { ["cluster-enabled"] = "yes" },
        });
        await server.AskAsync(["CLUSTER", "ADDSLOTSRANGE", "0", "16383"]);
        while (!(await server.AskAsync(["CLUSTER", "INFO"])).Contains("cluster_state:ok", StringComparison.Ordinal))
            await Task.Delay(50);

        await using var redis = RedisServer.Over(
            new RedisConnection(TestServer.OptionsOf(server)), new() { AgentTtl = TimeSpan.FromHours(1) });
        var tenant = TenantId.New();
        var agent = AgentId.New();
        var counter = new RedisRateLimitCounter(redis, tenant);
        Assert.Equal(2ul, await counter.IncrementAsync("a{b}c", 2, TimeSpan.FromHours(1)));
        Assert.Equal(2ul, await counter.CurrentAsync("a{b}c"));
        await counter.ResetAsync("a{b}c");
        var sessions = new RedisSessionStore(redis, tenant);
        var session = new SessionRecord(SessionId.New(), agent, 1);
        await sessions.SaveAsync(session);
        Assert.Equal(session, await sessions.LoadAsync(session.SessionId));
        await sessions.DeleteAsync(session.SessionId);
        var agents = new RedisLifecycleStore(redis, tenant);
        await agents.RegisterAsync(agent);
        await agents.HeartbeatAsync(agent);
        var listed = 0;
        await foreach (var status in agents.ListAsync()) listed++;
        Assert.Equal(1, listed);
        await agents.DeregisterAsync(agent);
        var source = await RedisPolicyStore.OpenAsync(redis, tenant);
        var cache = new RedisPolicyCache(redis, tenant, source);
        await cache.PutPolicyAsync(agent, new(1, "", []));
        Assert.Equal(1u, (await cache.GetPolicyAsync(agent))?.Version);
        Assert.Equal(1u, (await cache.GetPolicyAsync(agent))?.Version);
        await cache.InvalidateAsync(agent);
    }
}
