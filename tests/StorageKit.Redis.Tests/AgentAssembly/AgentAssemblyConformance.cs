using StorageKit.Conformance;

namespace StorageKit.Redis.Tests.AgentAssembly;

/// <summary>The driver on the keys of Agent Assembly: what their format cannot keep is declared, and all else holds.
/// </summary>
[ConformanceSuite("redis")]
public sealed partial class AgentAssemblyConformance : ConformanceSuite
{
    protected override async ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        var server = await PrivateRedis.StartAsync(
            scope,
            at => $"""
            host = '{at.Host}'
            port = {at.Port}
            password = '{at.Password}'
            layout = 'agent-assembly'
            {RedisTimeouts.Options}
            """,
            new RedisSettings { Password = "conformance-password" });
        return server.Harness(
            new SystemTenantOnly(server), new AgentAssemblyTamper(server), new RedisClock(server),
            new AgentAssemblyCounts(server), new RedisTimeouts());
    }
}
