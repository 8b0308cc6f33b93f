using System.Diagnostics;
using StorageKit.Conformance.Faults;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres.Tests.Telemetry;

public sealed class PostgresHealthTests(SharedServer shared) : ServerTests(shared)
{
    [Fact]
    public async Task A_server_that_does_not_answer_is_unhealthy_in_time_and_healthy_when_it_does()
    {
        await using var proxy = FaultProxy.Start(Server.Host, Server.Port);
        var at = Server.Address with { Host = FaultProxy.Host, Port = proxy.Port };
        await using var schema = await OpenedSchema.OpenAsync(
            Sections.At(at, "connect_timeout = '2s'\ncommand_timeout = '3s'\nplaintext = true"));
        var store = schema.Objects;
        Assert.True((await HealthCheck.RunAsync(store)).IsHealthy);
        proxy.FallSilent();
        var watch = Stopwatch.StartNew();
        var silent = await HealthCheck.RunAsync(store);
        Assert.Equal((false, StorageErrorKind.Timeout), (silent.IsHealthy, silent.ErrorKind));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(12));
        proxy.Refuse();
        var refused = await HealthCheck.RunAsync(store);
        Assert.False(refused.IsHealthy);
        Assert.Contains($"{FaultProxy.Host}:{proxy.Port}", refused.Description);
        proxy.Heal();
        while (!(await HealthCheck.RunAsync(store)).IsHealthy) await Task.Delay(100);
    }
}
