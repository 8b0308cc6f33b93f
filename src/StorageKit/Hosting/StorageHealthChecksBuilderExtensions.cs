using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StorageKit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the health of the stores beside that of the rest of a service.</summary>
public static class StorageHealthChecksBuilderExtensions
{
    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    /// <summary>Adds a check for each driver that the configuration selects, named <c>storage:postgres</c>, which asks
    /// its backend; and one named <c>storage</c>, which is degraded while the file is wrong or says what only a restart
    /// applies. Descriptions say what to look at; neither they nor the data hold a secret.</summary>
    /// <param name="builder">The checks.</param>
    /// <param name="failureStatus">What a sick backend is reported as; <see cref="HealthStatus.Unhealthy"/> when
    /// nothing else is said.</param>
    /// <param name="tags">The tags of these checks.</param>
    /// <param name="timeout">How long a backend may take to answer, more than zero; 10 s when nothing else is
    /// said.</param>
    /// <returns>The checks.</returns>
    /// <remarks>The container needs <c>AddStorageKit</c>, before or after; without it, or when the file cannot be read,
    /// asking for the health throws. Stores that share a backend are asked once.</remarks>
    /// <example><code>
    /// builder.Services.AddHealthChecks().AddStorageKit(tags: ["ready"]);
    /// </code></example>
    public static IHealthChecksBuilder AddStorageKit(
        this IHealthChecksBuilder builder, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var limit = timeout ?? s_limit;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(timeout));
        IReadOnlyList<string> all = [.. tags ?? []];
        builder.Services.AddSingleton<IConfigureOptions<HealthCheckServiceOptions>>(
            container => new StorageHealthChecks(
                container.GetService<StorageHost>() ?? throw new InvalidOperationException(
                    "There are no stores to check: call services.AddStorageKit(registry, path), too."),
                failureStatus, all, limit));
        return builder;
    }
}
