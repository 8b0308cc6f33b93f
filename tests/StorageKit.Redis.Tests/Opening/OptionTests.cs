using Microsoft.Extensions.Logging.Abstractions;

namespace StorageKit.Redis.Tests.Opening;

public sealed class OptionTests
{
    public static TheoryData<RedisOptions, string> Wrong => new()
    {
        { new() { Host = "" }, "host" },
        { new() { ConnectTimeout = TimeSpan.Zero }, "connect_timeout" },
        { new() { ConnectTimeout = TimeSpan.MaxValue }, "connect_timeout" },
        { new() { OperationTimeout = TimeSpan.FromSeconds(-1) }, "operation_timeout" },
        { new() { SessionTtl = TimeSpan.Zero }, "session_ttl" },
        { new() { AgentTtl = TimeSpan.Zero }, "agent_ttl" },
        { new() { PolicyTtl = TimeSpan.Zero }, "policy_ttl" },
        { new() { KeyPrefix = "" }, "key_prefix" },
        { new() { KeyPrefix = "a{b}" }, "key_prefix" },
        { new() { Username = "u" }, "username" },
        { new() { TlsCaFile = "ca.pem" }, "tls_ca_file" },
        { new() { Tls = true, TlsCertFile = "c.pem" }, "tls_key_file" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task An_option_out_of_its_range_is_named_before_anything_is_connected(RedisOptions options, string key)
    {
        var failure = await Assert.ThrowsAsync<StorageException>(
            async () => await RedisServer.OpenAsync(options, NullLogger<RedisServer>.Instance));
        Assert.Contains(key, failure.Message);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public void The_password_is_not_shown()
    {
        var options = new RedisOptions { Username = "u", Password = "the-password-canary" };
        Assert.DoesNotContain("canary", options.ToString());
    }
}
