namespace StorageKit.Sqlite.Tests;

public sealed class LifecycleTests
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_heartbeat_never_brings_back_a_deregistered_agent()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var agent = AgentId.New();
        await Assert.ThrowsAsync<StorageException>(async () => await database.Lifecycle.HeartbeatAsync(agent));
        await database.Lifecycle.RegisterAsync(agent);
        await database.Lifecycle.HeartbeatAsync(agent);
        await database.Lifecycle.DeregisterAsync(agent);
        await database.Lifecycle.DeregisterAsync(agent);
        var error = await Assert.ThrowsAsync<StorageException>(async () => await database.Lifecycle.HeartbeatAsync(agent));
        Assert.Equal(StorageErrorKind.NotFound, error.Kind);
        Assert.Null(await database.Get<ILifecycleMonitor>().LastSeenAsync(agent));
    }

    [Fact]
    public async Task Last_seen_is_the_clocks_now_and_never_goes_back()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync(time: file.Clock);
        var (agent, monitor) = (AgentId.New(), database.Get<ILifecycleMonitor>());
        await database.Lifecycle.RegisterAsync(agent);
        file.Clock.Advance(Minute);
        await database.Lifecycle.HeartbeatAsync(agent);
        var seen = file.Clock.GetUtcNow();
        Assert.Equal(seen, await monitor.LastSeenAsync(agent));
        file.Clock.JumpWall(TimeSpan.FromHours(-1));
        await using var opened = await file.OpenAsync(time: file.Clock);
        await opened.Lifecycle.HeartbeatAsync(agent);
        await opened.Lifecycle.RegisterAsync(agent);
        Assert.Equal(seen, await monitor.LastSeenAsync(agent));
    }

    [Fact]
    public async Task A_silent_agent_expires_at_agent_ttl_and_not_a_tick_earlier()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync("plaintext = true\nagent_ttl = '1m'", file.Clock);
        var agent = AgentId.New();
        await database.Lifecycle.RegisterAsync(agent);
        file.Clock.Advance(Minute - TimeSpan.FromTicks(1));
        await database.Lifecycle.HeartbeatAsync(agent);
        file.Clock.Advance(Minute);
        var error = await Assert.ThrowsAsync<StorageException>(async () => await database.Lifecycle.HeartbeatAsync(agent));
        Assert.Equal(StorageErrorKind.NotFound, error.Kind);
        Assert.Empty(await ListAsync(database.Get<ILifecycleMonitor>()));
        await database.Lifecycle.RegisterAsync(AgentId.New());
        Assert.Equal(1, file.Number("SELECT count(*) FROM agents"));
    }

    [Fact]
    public async Task The_list_has_every_agent_of_the_tenant_in_the_order_of_their_bytes()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        await using var other = await database.TenantAsync(TenantId.New());
        var agents = Enumerable.Range(0, 600).Select(_ => AgentId.New()).ToList();
        await Task.WhenAll(agents.Select(agent => database.Lifecycle.RegisterAsync(agent).AsTask()));
        await other.Get<ILifecycleStore>().RegisterAsync(agents[0]);
        Assert.Equal(agents.Order(), (await ListAsync(database.Get<ILifecycleMonitor>())).Select(status => status.Agent));
        Assert.Single(await ListAsync(other.Get<ILifecycleMonitor>()));
    }

    [Fact]
    public async Task A_damaged_row_is_an_integrity_error_and_not_passed_over()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        await database.Lifecycle.RegisterAsync(AgentId.New());
        file.Execute("UPDATE agents SET agent = x'00'");
        var error = await Assert.ThrowsAsync<StorageException>(() => ListAsync(database.Get<ILifecycleMonitor>()));
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
    }

    static async Task<List<AgentStatus>> ListAsync(ILifecycleMonitor monitor)
    {
        List<AgentStatus> listed = [];
        await foreach (var status in monitor.ListAsync()) listed.Add(status);
        return listed;
    }
}
