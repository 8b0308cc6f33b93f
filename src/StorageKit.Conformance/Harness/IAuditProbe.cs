namespace StorageKit.Conformance;

/// <summary>Probe: reads a tenant's audit entries back, in order, by other means than the driver.</summary>
public interface IAuditProbe
{
    /// <summary>Every entry of the tenant, oldest first.</summary>
    ValueTask<IReadOnlyList<AuditEntry>> ReadAllAsync(TenantId tenant, CancellationToken cancellationToken = default);
}
