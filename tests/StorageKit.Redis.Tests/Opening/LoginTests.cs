using System.Text;

namespace StorageKit.Redis.Tests.Opening;

public sealed class LoginTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData(null, "wrong-canary")]
    [InlineData("nobody", "wrong-canary")]
    [InlineData(null, null)]
    public async Task A_wrong_login_is_refused_without_its_password(string? user, string? password)
    {
        var failure = await Assert.ThrowsAsync<StorageException>(
            async () => await server.OpenAsync(server.Options with { Username = user, Password = password }));
        Assert.Equal((StorageErrorKind.Unauthorized, false), (failure.Kind, failure.IsTransient));
        Assert.DoesNotContain("canary", failure.ToString());
    }

    [Fact]
    public async Task A_user_of_the_server_logs_in_and_what_he_may_not_do_is_unauthorized()
    {
        await server.Raw.AskAsync("ACL", "SETUSER", "agent", "on", ">agent-password", "~sk:*", "+@all", "-config", "-hset");
        await using var redis = await server.OpenAsync(
            server.Options with { Username = "agent", Password = "agent-password" });
        var name = await redis.Connection.SendAsync(["ACL"u8.ToArray(), "WHOAMI"u8.ToArray()]);
        Assert.Equal("agent", Encoding.UTF8.GetString(name.Text.Span));
        Assert.Equal(RedisDurability.Unknown, redis.Persistence.Durability);
        Assert.Contains("does not tell", redis.Persistence.ToString());
        var failure = await Assert.ThrowsAsync<StorageException>(
            async () => await new RedisLifecycleStore(redis, default).RegisterAsync(AgentId.New()));
        Assert.Equal(StorageErrorKind.Unauthorized, failure.Kind);
    }

    [Fact]
    public async Task Each_logical_database_is_a_server_of_its_own()
    {
        await using var first = await server.OpenAsync();
        await using var second = await server.OpenAsync(server.Options with { Database = 7 });
        await new RedisRateLimitCounter(first, server.Tenant).IncrementAsync("k", 1, TimeSpan.FromHours(1));
        Assert.Equal(0ul, await new RedisRateLimitCounter(second, server.Tenant).CurrentAsync("k"));
        await Assert.ThrowsAsync<StorageException>(
            async () => await server.OpenAsync(server.Options with { Database = 60_000 }));
    }

    [Fact]
    public async Task The_driver_says_what_the_server_promises_and_a_health_check_looks_again()
    {
        await using var redis = await server.OpenAsync();
        Assert.Equal(new(RedisDurability.OnAcknowledge, false), redis.Persistence);
        var store = new RedisSessionStore(redis, server.Tenant);
        await server.Raw.AskAsync("CONFIG", "SET", "appendfsync", "everysec", "maxmemory", "1gb");
        await server.Raw.AskAsync("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
        await store.CheckHealthAsync();
        Assert.Equal(new(RedisDurability.Delayed, true), store.Server.Persistence);
        await server.Raw.AskAsync("CONFIG", "SET", "appendonly", "no");
        await store.CheckHealthAsync();
        Assert.Equal(RedisDurability.None, store.Server.Persistence.Durability);
        Assert.Contains("can lose", store.Server.Persistence.ToString());
    }
}
