using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StorageKit;

/// <summary>Whether the file still says what is open. Degraded, not unhealthy: what is open works.</summary>
internal sealed class ConfigHealthCheck(StorageHost host) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            host.Drift is { } drift
                ? HealthCheckResult.Degraded(drift)
                : HealthCheckResult.Healthy("what the file says is open"));
}
