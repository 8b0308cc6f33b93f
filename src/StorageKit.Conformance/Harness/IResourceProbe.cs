namespace StorageKit.Conformance;

/// <summary>Probe: counts what the driver holds in its backend.</summary>
/// <remarks>Both are compared with what they were before, so a constant too much does no harm.</remarks>
/// <example><code>
/// public async ValueTask&lt;int> ConnectionsAsync(CancellationToken cancellationToken = default) =>
///     await server.CountAsync("select count(*) from sessions where client = 'acme'", cancellationToken);
/// </code></example>
public interface IResourceProbe
{
    /// <summary>Open connections from the driver, the probe's own left out.</summary>
    ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Stored keys of a tenant's counters, expired ones that are not reclaimed yet included.</summary>
    ValueTask<long> CounterKeysAsync(TenantId tenant, CancellationToken cancellationToken = default);
}
