namespace StorageKit.Postgres.Tests.AgentAssembly;

public sealed class AgentTests(SharedServer shared) : AgentAssemblyTests(shared)
{
    [Fact]
    public async Task Registered_agents_are_listed_in_order_with_their_times_and_others_are_not()
    {
        var tables = await CreateAsync();
        await using var schema = await tables.OpenAsync(TenantId.System);
        await tables.RunAsync("""
            INSERT INTO agents (id, org_id, status, registered_at, last_heartbeat) VALUES
            ('20000000-0000-0000-0000-00000000000a', NULL, 'registered', '2026-01-02 03:04:05.123456Z', NULL),
            ('10000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-000000000000', 'registered',
                '2026-01-02 00:00:00Z', '2026-01-03 00:00:00.000001Z'),
            ('30000000-0000-0000-0000-00000000000c', NULL, 'deregistered', now(), now()),
            ('acme/bot', NULL, 'registered', now(), now())
            """);
        List<AgentStatus> found = [];
        await foreach (var status in schema.Stores.Get<ILifecycleMonitor>().ListAsync()) found.Add(status);
        var (first, second) =
            (AgentId.Parse("10000000-0000-0000-0000-00000000000b"), AgentId.Parse("20000000-0000-0000-0000-00000000000a"));
        var registered = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1_234_560);
        Assert.Equal(
            [
                new(first, new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero).AddTicks(10)),
                new(second, registered, registered),
            ],
            found);
    }

    [Fact]
    public async Task A_heartbeat_that_the_rust_driver_takes_from_a_deregistered_agent_does_not_bring_it_back()
    {
        var tables = await CreateAsync();
        await using var schema = await tables.OpenAsync(TenantId.System);
        var agent = await tables.NewAgentAsync(TenantId.System);
        var monitor = schema.Stores.Get<ILifecycleMonitor>();
        Assert.NotNull(await monitor.LastSeenAsync(agent));
        await tables.RunAsync($"UPDATE agents SET status = 'deregistered' WHERE id = '{agent}'");
        await tables.RunAsync($"UPDATE agents SET last_heartbeat = now() WHERE id = '{agent}'");
        Assert.Null(await monitor.LastSeenAsync(agent));
    }

    [Fact]
    public async Task With_agent_ttl_a_silent_agent_is_not_registered_any_more()
    {
        var tables = await CreateAsync();
        await using var brief = await tables.OpenAsync(TenantId.System, "plaintext = true\nagent_ttl = '1m'");
        await using var endless = await tables.OpenAsync(TenantId.System);
        var agent = await tables.NewAgentAsync(TenantId.System);
        Assert.NotNull(await brief.Stores.Get<ILifecycleMonitor>().LastSeenAsync(agent));
        await tables.RunAsync($"UPDATE agents SET registered_at = now() - interval '2 minutes' WHERE id = '{agent}'");
        Assert.Null(await brief.Stores.Get<ILifecycleMonitor>().LastSeenAsync(agent));
        Assert.NotNull(await endless.Stores.Get<ILifecycleMonitor>().LastSeenAsync(agent));
    }

    [Fact]
    public async Task More_agents_than_a_page_are_all_listed()
    {
        var tables = await CreateAsync();
        await using var schema = await tables.OpenAsync(TenantId.System);
        await tables.RunAsync("INSERT INTO agents (id) SELECT gen_random_uuid()::text FROM generate_series(1, 700)");
        List<AgentId> found = [];
        await foreach (var status in schema.Stores.Get<ILifecycleMonitor>().ListAsync()) found.Add(status.Agent);
        Assert.Equal(700, found.Distinct().Count());
        Assert.Equal(found.Order(), found);
    }

    [Fact]
    public async Task Nobody_registers_reports_or_deregisters()
    {
        var tables = await CreateAsync();
        await using var schema = await tables.OpenAsync(TenantId.System);
        var agents = schema.Stores.Get<ILifecycleStore>();
        var agent = await tables.NewAgentAsync(TenantId.System);
        await ExpectReadOnlyAsync(async () => await agents.RegisterAsync(AgentId.New()));
        await ExpectReadOnlyAsync(async () => await agents.HeartbeatAsync(agent));
        await ExpectReadOnlyAsync(async () => await agents.DeregisterAsync(agent));
        Assert.Equal("1", await tables.RunAsync("SELECT count(*) FROM agents WHERE last_heartbeat IS NULL"));
    }
}
