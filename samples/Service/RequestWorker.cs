using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using StorageKit;

namespace Service;

/// <summary>Counts what would be requests of the tenant acme, and audits each; three of them, then the service
/// ends.</summary>
internal sealed class RequestWorker(
    [FromKeyedServices("acme")] IRateLimitCounter counter, [FromKeyedServices("acme")] IAuditSink audit,
    HealthCheckService health, TimeProvider time, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var trail = new AuditTrail(AgentId.New(), SessionId.New());
        for (var request = 1; request <= 3; request++)
        {
            var total = await counter.IncrementAsync("requests/acme", 1, TimeSpan.FromMinutes(1), stoppingToken);
            await audit.EmitAsync(
                trail.Next(AuditEventType.ToolCallIntercepted, Now(), $$"""{"request":{{request}}}"""), stoppingToken);
            Console.WriteLine($"request {request} audited; {total} in this minute");
        }
        var report = await health.CheckHealthAsync(stoppingToken);
        foreach (var (name, entry) in report.Entries)
            Console.WriteLine($"{name}: {entry.Status}, {entry.Description}");
        lifetime.StopApplication();
    }

    ulong Now() => (ulong)(time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;
}
