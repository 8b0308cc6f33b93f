namespace StorageKit.Redis.Tests.AgentAssembly;

public sealed class SharedPolicyTests(SharedKeys shared) : IClassFixture<SharedKeys>
{
    readonly AgentId _agent = AgentId.New();

    [Fact]
    public async Task What_we_store_is_the_JSON_that_a_rust_service_decodes()
    {
        var policy = new PolicyDocument(
            uint.MaxValue, "né \"x\"\0", [new("tool/*", PolicyDecision.RequireApproval)], EnforcementMode.Observe);
        await PutAsync(policy);
        Assert.Equal(
            """{"version":4294967295,"name":"né \"x\"\u0000","rules":[{"action_pattern":"tool/*","decision":"""
            + "\"RequireApproval\"}],\"enforcement_mode\":\"observe\"}",
            await shared.Rust.PolicyAsync(_agent));
        Assert.Equal(-1, await shared.MillisecondsLeftAsync("aa:policy:" + _agent.ToHex()));
        Assert.Equal(policy, await shared.Policies.GetPolicyAsync(_agent));
    }

    [Fact]
    public async Task The_highest_version_stays_whoever_stored_it()
    {
        await shared.Rust.CacheAsync(_agent, """{"version":10,"name":"rust","rules":[]}""");
        await PutAsync(new(9, "older", []));
        Assert.Equal("rust", (await shared.Policies.GetPolicyAsync(_agent))?.Name);
        await PutAsync(new(10, "ours", []));
        Assert.Equal("ours", (await shared.Policies.GetPolicyAsync(_agent))?.Name);
        // The array form of a document, which the Rust decoder takes as well.
        await shared.Rust.CacheAsync(_agent, """[11,"array",[],"enforce"]""");
        await PutAsync(new(10, "older", []));
        Assert.Equal("array", (await shared.Policies.GetPolicyAsync(_agent))?.Name);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"version":"1","name":"","rules":[]}""")]
    public async Task What_is_no_policy_is_neither_answered_nor_replaced(string stored)
    {
        await shared.Rust.CacheAsync(_agent, stored);
        Func<Task>[] calls =
            [async () => await shared.Policies.GetPolicyAsync(_agent), () => PutAsync(new(1, "", []))];
        foreach (var call in calls)
            Assert.Equal(
                StorageErrorKind.Serialization, (await Assert.ThrowsAsync<StorageException>(call)).Kind);
        Assert.Equal(stored, await shared.Rust.PolicyAsync(_agent));
    }

    [Fact]
    public async Task Hazard_without_a_source_an_invalidation_by_a_rust_service_removes_the_policy()
    {
        await PutAsync(new(1, "", []));
        await shared.Policies.InvalidateAsync(_agent);
        Assert.NotNull(await shared.Policies.GetPolicyAsync(_agent));
        await shared.Rust.InvalidateAsync(_agent);
        Assert.Null(await shared.Policies.GetPolicyAsync(_agent));
    }

    [Fact]
    public async Task In_front_of_a_source_both_read_what_either_has_cached_and_either_invalidates()
    {
        var source = new GatedPolicies();
        using var cache = NewCache(source);
        source.Store(3);
        Assert.Equal(3u, (await cache.GetPolicyAsync(_agent))?.Version);
        Assert.Equal(
            """{"version":3,"name":"version 3","rules":[],"enforcement_mode":"enforce"}""",
            await shared.Rust.PolicyAsync(_agent));
        Assert.InRange(await shared.MillisecondsLeftAsync("aa:policy:" + _agent.ToHex()), 1, 300_000);

        source.Store(4);
        await shared.Rust.InvalidateAsync(_agent);
        Assert.Equal(4u, (await cache.GetPolicyAsync(_agent))?.Version);
        await shared.Rust.CacheAsync(_agent, """{"version":5,"name":"","rules":[]}""");
        Assert.Equal(5u, (await cache.GetPolicyAsync(_agent))?.Version);
        Assert.Equal(2, source.Reads);

        await cache.InvalidateAsync(_agent);
        Assert.Null(await shared.Rust.PolicyAsync(_agent));
        Assert.Equal(4u, (await cache.GetPolicyAsync(_agent))?.Version);
        Assert.Contains($"sk:lease:{{aa:policy:{_agent.ToHex()}}}", await shared.Raw.KeysAsync());
    }

    [Fact]
    public async Task A_load_that_began_before_our_invalidation_begins_anew_and_before_that_of_a_rust_service_is_cached()
    {
        var source = new GatedPolicies();
        using var cache = NewCache(source);
        Assert.Contains(
            "\"version\":2", await ReadWhileAsync(source, cache, 2, () => cache.InvalidateAsync(_agent).AsTask()));
        await cache.InvalidateAsync(_agent);
        Assert.Contains(
            "\"version\":1", await ReadWhileAsync(source, cache, 1, () => shared.Rust.InvalidateAsync(_agent)));
    }

    /// <summary>Lets a load see version 1, stores version 2 and invalidates, and lets the load end.</summary>
    /// <returns>What is cached then.</returns>
    async Task<string?> ReadWhileAsync(GatedPolicies source, RedisPolicyCache cache, uint expected, Func<Task> invalidate)
    {
        source.Store(1);
        var reads = source.Reads;
        var gate = source.Hold();
        var read = cache.GetPolicyAsync(_agent).AsTask();
        while (source.Reads == reads) await Task.Delay(1);
        source.Store(2);
        await invalidate();
        gate.SetResult();
        Assert.Equal(expected, (await read)?.Version);
        return await shared.Rust.PolicyAsync(_agent);
    }

    RedisPolicyCache NewCache(GatedPolicies source) =>
        new(shared.Server, TenantId.System, source) { Copies = new AgentAssemblyPolicyCache(shared.Server) };

    Task PutAsync(PolicyDocument policy) =>
        ((IPolicyWriter)shared.Policies).PutPolicyAsync(_agent, policy).AsTask();
}
