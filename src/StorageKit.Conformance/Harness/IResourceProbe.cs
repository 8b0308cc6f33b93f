namespace StorageKit.Conformance;

/// <summary>Probe: counts what the driver holds in its backend.</summary>
public interface IResourceProbe
{
    /// <summary>Connections from the driver.</summary>
    ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Stored keys of a tenant's counters, expired ones that are not reclaimed yet included.</summary>
    ValueTask<long> CounterKeysAsync(TenantId tenant, CancellationToken cancellationToken = default);
}
