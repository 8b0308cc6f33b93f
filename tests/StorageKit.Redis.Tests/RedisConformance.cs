using StorageKit.Conformance;

namespace StorageKit.Redis.Tests;

[ConformanceSuite("redis")]
public sealed partial class RedisConformance : ConformanceSuite
{
    protected override async ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        var server = await PrivateRedis.StartAsync(
            scope, at => $"host = '{at.Host}'\nport = {at.Port}\npassword = '{at.Password}'",
            new RedisSettings { Password = "conformance-password" });
        return server.Harness(new RedisTamper(server), new RedisClock(server), new RedisCounts(server));
    }
}
