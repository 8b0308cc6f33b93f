using StorageKit.Memory;

namespace StorageKit.Redis.Tests.AgentAssembly;

public sealed class LayoutTests(SharedKeys shared) : IClassFixture<SharedKeys>
{
    readonly Registry _registry = new Registry().AddRedis().AddMemory();

    [Fact]
    public async Task A_whole_file_opens_for_the_system_tenant_and_is_refused_for_any_other()
    {
        await using var storage = await _registry.OpenAsync(Config("memory"));
        await storage.RateLimits.IncrementAsync("whole", 2, TimeSpan.FromMinutes(1));
        Assert.Equal(2ul, await shared.Rust.CurrentAsync("whole"));
        var tenant = TenantId.New();
        var error = await Assert.ThrowsAsync<StorageConfigException>(
            async () => await storage.OpenTenantAsync(tenant));
        Assert.Contains(
            $"no tenant in its keys, so it serves the system tenant only, not {tenant}; give a tenant a database",
            error.Message);
    }

    [Fact]
    public void Agents_are_refused_before_anything_is_opened_at_their_line()
    {
        var error = Assert.Single(_registry.Validate(Config("redis")));
        Assert.Equal(("lifecycle_store", 7), (error.Contract, error.Position?.Line));
        Assert.Contains("keeps them in its PostgreSQL database", error.Message);
        Assert.Contains("select another driver for lifecycle_store", error.Message);
    }

    [Fact]
    public async Task A_section_opened_alone_has_what_its_layout_serves()
    {
        await using var section = await shared.OpenAsync();
        var stores = await section.OpenTenantAsync(TenantId.System);
        Assert.Null(stores.Find<ILifecycleStore>());
        Assert.NotNull(stores.Find<IPolicyStore>());
        Assert.NotNull(_registry.WhyNotServed("redis", shared.Section(), typeof(ILifecycleStore)));
        Assert.Null(_registry.WhyNotServed("redis", "", typeof(ILifecycleStore)));
    }

    [Fact]
    public void A_misspelt_layout_is_told_the_names()
    {
        var error = Assert.Single(_registry.ValidateSection("redis", "layout = 'agent_assembly'"));
        Assert.Contains("agent-assembly", error.ToString());
        Assert.Contains("native", error.ToString());
    }

    StorageConfig Config(string lifecycle) => StorageConfig.Parse(
        $"""
        [storage]
        policy_store = "redis"
        audit_sink = "memory"
        session_store = "redis"
        credential_store = "memory"
        rate_limit_counter = "redis"
        lifecycle_store = "{lifecycle}"

        [storage.redis]
        {shared.Section()}
        """);
}
