namespace StorageKit.Redis.Tests.Stores;

public sealed class SessionTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Without_session_ttl_nothing_expires()
    {
        await using var redis = await server.OpenAsync();
        var (tenant, session) = (TenantId.New(), NewSession());
        await new RedisSessionStore(redis, tenant).SaveAsync(session);
        Assert.Equal(-1, (await server.Raw.AskAsync("PTTL", KeyOf(tenant, session))).Integer);
    }

    [Fact]
    public async Task With_session_ttl_each_save_writes_record_and_expiry_in_one_command()
    {
        await using var redis = await server.OpenAsync(
            server.Options with { SessionTtl = TimeSpan.FromMinutes(10) });
        var (tenant, session) = (TenantId.New(), NewSession());
        var store = new RedisSessionStore(redis, tenant);
        await server.Raw.AskAsync("CONFIG", "RESETSTAT");
        await store.SaveAsync(session);
        var stats = await server.Raw.TextAsync("INFO", "commandstats");
        Assert.Contains("cmdstat_set:calls=1,", stats);
        Assert.DoesNotContain("expire", stats);

        await server.Raw.AskAsync("PEXPIRE", KeyOf(tenant, session), "60000");
        Assert.Equal(session, await store.LoadAsync(session.SessionId));
        Assert.InRange((await server.Raw.AskAsync("PTTL", KeyOf(tenant, session))).Integer, 1, 60_000);
        await store.SaveAsync(session);
        Assert.InRange((await server.Raw.AskAsync("PTTL", KeyOf(tenant, session))).Integer, 540_000, 600_000);
    }

    [Fact]
    public async Task What_a_later_version_adds_to_a_record_is_passed_over()
    {
        await using var redis = await server.OpenAsync();
        var (tenant, session) = (TenantId.New(), NewSession());
        var store = new RedisSessionStore(redis, tenant);
        await store.SaveAsync(session);
        await server.Raw.AskAsync("APPEND", KeyOf(tenant, session), "more");
        Assert.Equal(session, await store.LoadAsync(session.SessionId));
    }

    static SessionRecord NewSession() => new(SessionId.New(), AgentId.New(), ulong.MaxValue - 7);

    static string KeyOf(TenantId tenant, SessionRecord session) =>
        $"sk:session:{{{tenant.ToHex()}:{session.SessionId.ToHex()}}}";
}
