using Microsoft.Extensions.Logging.Abstractions;
using StorageKit.Conformance;

namespace StorageKit.Redis.Tests;

/// <summary>A redis-server of a test class's own, and the driver on it.</summary>
public sealed class TestServer : IAsyncLifetime
{
    internal const string Password = "the-password-canary";

    readonly SuiteScope _scope = new();

    internal PrivateRedis Server { get; private set; } = null!;

    internal RawRedis Raw { get; private set; } = null!;

    internal TenantId Tenant { get; } = TenantId.New();

    internal static RedisOptions OptionsOf(PrivateRedis server) => new()
    {
        Host = server.Host,
        Port = server.Port,
        Password = server.Address.Password is "" ? null : server.Address.Password,
    };

    internal RedisOptions Options => OptionsOf(Server);

    public async Task InitializeAsync()
    {
        Server = await PrivateRedis.StartAsync(_scope, settings: new RedisSettings { Password = Password });
        Raw = new(Server);
    }

    internal ValueTask<RedisServer> OpenAsync(RedisOptions? options = null) =>
        RedisServer.OpenAsync(options ?? Options, NullLogger<RedisServer>.Instance);

    /// <summary>The driver's section, as an application opens it.</summary>
    internal ValueTask<DriverSection> OpenSectionAsync(string more = "") => new Registry().AddRedis().OpenSectionAsync(
        RedisDriver.Name, $"host = '{Server.Host}'\nport = {Server.Port}\npassword = '{Password}'\n{more}");

    public async Task DisposeAsync()
    {
        await Raw.DisposeAsync();
        await Server.DisposeAsync();
        _scope.Dispose();
    }
}
