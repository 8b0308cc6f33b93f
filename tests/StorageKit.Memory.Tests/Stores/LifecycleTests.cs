namespace StorageKit.Memory.Tests.Stores;

public sealed class LifecycleTests
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_heartbeat_of_an_agent_that_is_not_registered_is_not_found_and_names_it()
    {
        await using var memory = await MemorySection.OpenAsync();
        var agents = memory.Get<ILifecycleStore>();
        var agent = AgentId.New();
        await AssertNotFound(agents, agent);
        await agents.RegisterAsync(agent);
        await agents.HeartbeatAsync(agent);
        await agents.DeregisterAsync(agent);
        await agents.DeregisterAsync(agent);
        await AssertNotFound(agents, agent);
        Assert.Null(await memory.Get<ILifecycleMonitor>().LastSeenAsync(agent));
        await agents.RegisterAsync(agent);
        await agents.HeartbeatAsync(agent);
    }

    [Fact]
    public async Task Last_seen_follows_the_clock_and_never_goes_back()
    {
        await using var memory = await MemorySection.OpenAsync();
        var (agents, monitor) = (memory.Get<ILifecycleStore>(), memory.Get<ILifecycleMonitor>());
        var agent = AgentId.New();
        await agents.RegisterAsync(agent);
        Assert.Equal(memory.Clock.GetUtcNow(), await monitor.LastSeenAsync(agent));
        memory.Clock.Advance(Hour);
        await agents.HeartbeatAsync(agent);
        var seen = memory.Clock.GetUtcNow();
        Assert.Equal(seen, await monitor.LastSeenAsync(agent));

        memory.Clock.JumpWall(-2 * Hour);
        await agents.HeartbeatAsync(agent);
        Assert.Equal(seen, await monitor.LastSeenAsync(agent));
        await agents.RegisterAsync(agent);
        Assert.Equal(seen, await monitor.LastSeenAsync(agent));
    }

    [Fact]
    public async Task A_silent_agent_is_gone_exactly_agent_ttl_after_its_last_heartbeat()
    {
        await using var memory = await MemorySection.OpenAsync("agent_ttl = '1h'");
        var (agents, monitor) = (memory.Get<ILifecycleStore>(), memory.Get<ILifecycleMonitor>());
        var agent = AgentId.New();
        await agents.RegisterAsync(agent);
        memory.Clock.Advance(Hour - TimeSpan.FromTicks(1));
        await agents.HeartbeatAsync(agent);
        memory.Clock.JumpWall(24 * Hour); // a step of the wall clock is not silence
        memory.Clock.Advance(Hour - TimeSpan.FromTicks(1));
        Assert.NotNull(await monitor.LastSeenAsync(agent));
        Assert.Single(await ListAsync(monitor));

        memory.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await monitor.LastSeenAsync(agent));
        Assert.Empty(await ListAsync(monitor));
        await AssertNotFound(agents, agent);
        await agents.RegisterAsync(agent);
        await agents.HeartbeatAsync(agent);
    }

    [Fact]
    public async Task Agents_are_listed_in_the_order_of_their_bytes()
    {
        await using var memory = await MemorySection.OpenAsync();
        var ids = Enumerable.Range(0, 200).Select(_ => AgentId.New()).ToList();
        foreach (var id in ids) await memory.Get<ILifecycleStore>().RegisterAsync(id);
        var listed = await ListAsync(memory.Get<ILifecycleMonitor>());
        Assert.Equal(ids.Order(), listed.Select(status => status.Agent));
        Assert.All(listed, status => Assert.Equal(status.RegisteredAt, status.LastSeen));
    }

    [Fact]
    public async Task A_heartbeat_never_brings_back_a_deregistered_agent()
    {
        await using var memory = await MemorySection.OpenAsync();
        var agents = memory.Get<ILifecycleStore>();
        for (var round = 0; round < 2_000; round++)
        {
            var agent = AgentId.New();
            await agents.RegisterAsync(agent);
            var beating = Task.Run(
                async () => await Record.ExceptionAsync(async () => await agents.HeartbeatAsync(agent)));
            await agents.DeregisterAsync(agent);
            await AssertNotFound(agents, agent);
            Assert.True(await beating is null or StorageException { Kind: StorageErrorKind.NotFound });
            await AssertNotFound(agents, agent);
        }
    }

    static async Task<List<AgentStatus>> ListAsync(ILifecycleMonitor monitor)
    {
        var listed = new List<AgentStatus>();
        await foreach (var status in monitor.ListAsync()) listed.Add(status);
        return listed;
    }

    static async Task AssertNotFound(ILifecycleStore agents, AgentId agent)
    {
        var error = await Assert.ThrowsAsync<StorageException>(async () => await agents.HeartbeatAsync(agent));
        Assert.Equal(StorageErrorKind.NotFound, error.Kind);
        Assert.Contains(agent.ToString(), error.Message);
    }
}
