using System.Diagnostics;
using StorageKit.Conformance.Faults;
using StorageKit.Diagnostics;

namespace StorageKit.Redis.Tests.Telemetry;

public sealed class RedisHealthTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_server_that_does_not_answer_is_unhealthy_in_time_and_healthy_when_it_does()
    {
        await using var proxy = FaultProxy.Start(server.Server.Host, server.Server.Port);
        await using var redis = await server.OpenAsync(server.Options with
        {
            Host = FaultProxy.Host,
            Port = proxy.Port,
            ConnectTimeout = TimeSpan.FromSeconds(1),
            OperationTimeout = TimeSpan.FromSeconds(1),
        });
        var store = new RedisSessionStore(redis, TenantId.New());
        Assert.True((await HealthCheck.RunAsync(store)).IsHealthy);
        proxy.FallSilent();
        var watch = Stopwatch.StartNew();
        var silent = await HealthCheck.RunAsync(store);
        Assert.Equal((false, StorageErrorKind.Timeout), (silent.IsHealthy, silent.ErrorKind));
        Assert.Contains("operation_timeout", silent.Description);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(10));
        proxy.Refuse();
        Assert.False((await HealthCheck.RunAsync(store)).IsHealthy);
        proxy.Heal();
        while (!(await HealthCheck.RunAsync(store)).IsHealthy) await Task.Delay(100);
    }
}
