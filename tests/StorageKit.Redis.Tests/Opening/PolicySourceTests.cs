using StorageKit.Memory;

namespace StorageKit.Redis.Tests.Opening;

public sealed class PolicySourceTests(TestServer server) : IClassFixture<TestServer>
{
    // The memory driver under another name, for all the contracts that the tests are not about.
    static readonly DriverRegistration Others = new("others")
    {
        Stores = MemoryDriver.Registration.Stores,
        Resources = MemoryDriver.Registration.Resources,
        BindOptions = MemoryDriver.Registration.BindOptions,
    };

    readonly Registry _registry = new Registry().AddRedis().AddMemory().Add(Others);

    [Fact]
    public async Task Redis_is_a_cache_in_front_of_the_driver_that_policy_source_names()
    {
        var tenant = TenantId.New();
        var agent = AgentId.New();
        await using var storage = await _registry.OpenAsync(Config("policy_source = 'memory'"));
        await using var stores = await storage.OpenTenantAsync(tenant);
        var policies = stores.Get<IPolicyStore>();
        await ((IPolicyWriter)policies).PutPolicyAsync(agent, new(1, "", []));
        Assert.Equal(1u, (await policies.GetPolicyAsync(agent))?.Version);
        var keys = await server.Raw.KeysAsync();
        Assert.Contains($"sk:policy-cache:{{{tenant.ToHex()}:{agent.ToHex()}}}", keys);
        Assert.DoesNotContain(keys, key => key.StartsWith("sk:policy:", StringComparison.Ordinal));
        await policies.InvalidateAsync(agent);
        Assert.Equal(1u, (await policies.GetPolicyAsync(agent))?.Version);
    }

    [Fact]
    public async Task The_source_is_the_one_that_other_contracts_share()
    {
        var agent = AgentId.New();
        await using var storage = await _registry.OpenAsync(Config("policy_source = 'others'"));
        await ((IPolicyWriter)storage.Policies).PutPolicyAsync(agent, new(4, "", []));
        await using var again = await storage.OpenTenantAsync(TenantId.System);
        Assert.Equal(4u, (await again.Get<IPolicyStore>().GetPolicyAsync(agent))?.Version);
    }

    [Fact]
    public async Task A_cache_lists_the_policies_of_its_source()
    {
        await using var storage = await _registry.OpenAsync(Config("policy_source = 'memory'"));
        await using var stores = await storage.OpenTenantAsync(TenantId.New());
        var (policies, agent) = (stores.Get<IPolicyStore>(), AgentId.New());
        await ((IPolicyWriter)policies).PutPolicyAsync(agent, new(1, "", []));
        List<string> keys = [];
        await foreach (var key in ((IKeyListing)policies).ListKeysAsync()) keys.Add(key);
        Assert.Equal([agent.ToString()], keys);
    }

    [Fact]
    public async Task A_cache_of_a_source_that_cannot_list_says_so()
    {
        var stored = MemoryDriver.Registration.Stores.Single(store => store.StoreType == typeof(MemoryPolicyStore));
        var silent = new DriverRegistration("silent")
        {
            Stores = [stored with { OpenAsync = (_, _) => new(new GatedPolicies()) }],
        };
        await using var storage = await _registry.Add(silent).OpenAsync(Config("policy_source = 'silent'"));
        var thrown = Assert.Throws<StorageException>(() => ((IKeyListing)storage.Policies).ListKeysAsync());
        Assert.Contains("cannot list", thrown.Message);
    }

    [Fact]
    public void A_section_that_only_a_source_reads_is_not_unread()
    {
        Assert.Empty(_registry.Warnings(Config("policy_source = 'memory'", "[storage.memory]")));
        Assert.Single(_registry.Warnings(Config("", "[storage.memory]")));
    }

    [Theory]
    [InlineData("'memroy'", "unknown policy_store driver \"memroy\"; available drivers: [memory, others, redis]")]
    [InlineData("'redis'", "the driver \"redis\" would stand behind itself")]
    [InlineData("7", "policy_source: expected driver's name (string), found 7")]
    public void A_source_that_cannot_be_is_an_error_at_its_place(string source, string message)
    {
        var error = Assert.Single(_registry.Validate(Config($"policy_source = {source}")));
        Assert.Contains(message, error.Message);
        Assert.Equal(13, error.Position?.Line);
    }

    [Fact]
    public async Task A_section_that_is_opened_alone_says_that_its_source_is_not_there()
    {
        await using var section = await _registry.OpenSectionAsync("redis", $"{Section}\npolicy_source = 'memory'");
        var failure = await Assert.ThrowsAsync<StorageException>(
            async () => await section.OpenTenantAsync(TenantId.System));
        Assert.Contains("opened alone", failure.Message);
    }

    string Section => $"host = '127.0.0.1'\nport = {server.Server.Port}\npassword = '{TestServer.Password}'";

    StorageConfig Config(string option, string more = "") => StorageConfig.Parse(
        $"""
        [storage]
        policy_store = "redis"
        audit_sink = "others"
        session_store = "redis"
        credential_store = "others"
        rate_limit_counter = "redis"
        lifecycle_store = "redis"

        [storage.redis]
        {Section}
        {option}
        {more}
        """);
}
