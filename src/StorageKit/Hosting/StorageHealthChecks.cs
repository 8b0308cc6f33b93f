using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace StorageKit;

/// <summary>Adds a check for each driver that the configuration selects, which is known when checks are first asked
/// for.</summary>
internal sealed class StorageHealthChecks(
    StorageHost host, HealthStatus? failureStatus, IReadOnlyList<string> tags, TimeSpan limit)
    : IConfigureOptions<HealthCheckServiceOptions>
{
    public void Configure(HealthCheckServiceOptions options)
    {
        foreach (var driver in host.SelectedDrivers())
            options.Registrations.Add(new(
                $"storage:{driver}", new DriverHealthCheck(host, driver, limit), failureStatus, tags));
        if (host.WatchedPath is not null)
            options.Registrations.Add(new("storage", new ConfigHealthCheck(host), failureStatus, tags));
    }
}
