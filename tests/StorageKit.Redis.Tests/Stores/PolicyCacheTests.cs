namespace StorageKit.Redis.Tests.Stores;

public sealed class PolicyCacheTests(TestServer server) : IClassFixture<TestServer>
{
    readonly AgentId _agent = AgentId.New();
    readonly GatedPolicies _source = new();

    [Fact]
    public async Task A_policy_is_read_from_the_source_once_for_all_services()
    {
        await using var redis = await server.OpenAsync();
        await using var other = await server.OpenAsync();
        var tenant = TenantId.New();
        _source.Store(1);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(1u, await VersionAsync(new(redis, tenant, _source)));
            Assert.Equal(1u, await VersionAsync(new(other, tenant, _source)));
        }
        Assert.Equal(1, _source.Reads);
        Assert.InRange((await server.Raw.AskAsync("PTTL", KeyOf(tenant))).Integer, 240_000, 300_000);
    }

    [Fact]
    public async Task Absence_is_not_remembered()
    {
        await using var redis = await server.OpenAsync();
        var cache = new RedisPolicyCache(redis, TenantId.New(), _source);
        Assert.Null(await cache.GetPolicyAsync(_agent));
        _source.Store(1);
        Assert.Equal(1u, await VersionAsync(cache));
    }

    [Fact]
    public async Task A_load_that_began_before_an_invalidation_of_another_service_never_comes_back()
    {
        await using var redis = await server.OpenAsync();
        await using var other = await server.OpenAsync();
        var tenant = TenantId.New();
        var (cache, elsewhere) = (
            new RedisPolicyCache(redis, tenant, _source), new RedisPolicyCache(other, tenant, _source));
        _source.Store(1);
        var gate = _source.Hold();
        var slow = cache.GetPolicyAsync(_agent).AsTask();
        while (_source.Reads == 0) await Task.Delay(1);

        _source.Store(2);
        await elsewhere.InvalidateAsync(_agent);
        gate.SetResult();
        // It begins anew.
        Assert.Equal(2u, (await slow)!.Version);
        Assert.Equal(2u, await VersionAsync(cache));
        Assert.Equal(2u, await VersionAsync(elsewhere));
    }

    [Fact]
    public async Task Nor_does_it_when_the_new_version_was_loaded_meanwhile()
    {
        await using var redis = await server.OpenAsync();
        var cache = new RedisPolicyCache(redis, TenantId.New(), _source);
        _source.Store(5);
        var gate = _source.Hold();
        var slow = cache.GetPolicyAsync(_agent).AsTask();
        while (_source.Reads == 0) await Task.Delay(1);

        // An operator takes version 5 back: a lower one is the truth now.
        _source.Store(2);
        await cache.InvalidateAsync(_agent);
        Assert.Equal(2u, await VersionAsync(cache));
        gate.SetResult();
        // Not 5: the caller's next read would go back.
        Assert.Equal(2u, (await slow)!.Version);
        Assert.Equal(2u, await VersionAsync(cache));
    }

    [Fact]
    public async Task Of_two_loads_under_one_lease_the_higher_version_stays()
    {
        await using var redis = await server.OpenAsync();
        var tenant = TenantId.New();
        var (slower, cache) = (
            new RedisPolicyCache(redis, tenant, _source), new RedisPolicyCache(redis, tenant, _source));
        _source.Store(1);
        var gate = _source.Hold();
        var slow = slower.GetPolicyAsync(_agent).AsTask();
        while (_source.Reads == 0) await Task.Delay(1);
        _source.Store(2);
        Assert.Equal(2u, await VersionAsync(cache));
        gate.SetResult();
        Assert.Equal(1u, (await slow)!.Version);
        Assert.Equal(2u, await VersionAsync(cache));
        Assert.Equal(2, _source.Reads);
    }

    [Fact]
    public async Task Who_joins_a_load_that_finds_nothing_asks_the_source_again()
    {
        await using var redis = await server.OpenAsync();
        var cache = new RedisPolicyCache(redis, TenantId.New(), _source);
        var gate = _source.Hold();
        var early = cache.GetPolicyAsync(_agent).AsTask();
        while (_source.Reads == 0) await Task.Delay(1);
        _source.Store(1);
        var joined = Enumerable.Range(0, 20).Select(_ => cache.GetPolicyAsync(_agent).AsTask()).ToArray();
        await Task.Delay(100);
        gate.SetResult();
        Assert.Null(await early);
        Assert.All(await Task.WhenAll(joined), policy => Assert.Equal(1u, policy?.Version));
        Assert.Equal(2, _source.Reads);
    }

    [Fact]
    public async Task Who_no_longer_waits_does_not_end_the_load_of_the_others()
    {
        await using var redis = await server.OpenAsync();
        var cache = new RedisPolicyCache(redis, TenantId.New(), _source);
        _source.Store(1);
        var gate = _source.Hold();
        using var tired = new CancellationTokenSource();
        var first = cache.GetPolicyAsync(_agent, tired.Token).AsTask();
        while (_source.Reads == 0) await Task.Delay(1);
        var second = cache.GetPolicyAsync(_agent).AsTask();
        await Task.Delay(100);
        await tired.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        Assert.Equal(1u, (await second)?.Version);
        Assert.Equal(1, _source.Reads);
    }

    [Fact]
    public async Task Writing_through_is_seen_by_the_next_read()
    {
        await using var redis = await server.OpenAsync();
        var cache = new RedisPolicyCache(redis, TenantId.New(), _source);
        for (var version = 1u; version <= 3; version++)
        {
            await cache.PutPolicyAsync(_agent, new(version, "", []));
            Assert.Equal(version, await VersionAsync(cache));
        }
    }

    [Fact]
    public async Task While_redis_is_away_reads_go_to_the_source_and_invalidations_fail()
    {
        await using var away = new FakeServer((_, _) => throw new IOException("hung up"));
        await using var redis = RedisServer.Over(new RedisConnection(away.Options));
        var cache = new RedisPolicyCache(redis, TenantId.New(), _source);
        _source.Store(3);
        Assert.Equal(3u, await VersionAsync(cache));
        var failure = await Assert.ThrowsAsync<StorageException>(
            async () => await cache.InvalidateAsync(_agent));
        Assert.Equal((StorageErrorKind.Backend, true), (failure.Kind, failure.IsTransient));
    }

    [Fact]
    public async Task A_damaged_copy_is_a_serialization_error_until_it_is_invalidated()
    {
        await using var redis = await server.OpenAsync();
        var tenant = TenantId.New();
        var cache = new RedisPolicyCache(redis, tenant, _source);
        _source.Store(1);
        await VersionAsync(cache);
        await server.Raw.AskAsync("HSET", KeyOf(tenant), "body", "{");
        var failure = await Assert.ThrowsAsync<StorageException>(async () => await cache.GetPolicyAsync(_agent));
        Assert.Equal(StorageErrorKind.Serialization, failure.Kind);
        await cache.InvalidateAsync(_agent);
        Assert.Equal(1u, await VersionAsync(cache));
    }

    async Task<uint?> VersionAsync(RedisPolicyCache cache) => (await cache.GetPolicyAsync(_agent))?.Version;

    string KeyOf(TenantId tenant) => $"sk:policy-cache:{{{tenant.ToHex()}:{_agent.ToHex()}}}";
}
