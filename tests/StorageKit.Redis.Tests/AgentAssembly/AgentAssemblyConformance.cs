using StorageKit.Conformance;

namespace StorageKit.Redis.Tests.AgentAssembly;

/// <summary>The driver on the keys of Agent Assembly: what their format cannot keep is declared, and all else holds.
/// </summary>
[ConformanceSuite("redis")]
[Deviates(
    "GEN-01",
    "no key has a tenant in it: another one than the system tenant is refused when its stores are opened, because it "
    + "would see all the data")]
[Deviates(
    "GEN-22",
    "no key has a tenant in it: there is nothing to keep two tenants apart by, so all but the system tenant are refused")]
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
