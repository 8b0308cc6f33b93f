namespace StorageKit.Conformance;

/// <summary>Probe: what the backend stores has no place for a tenant, so the driver serves a single one. Every clause
/// then works for that one; what is about other tenants fails when it opens them, and is declared as a deviation.
/// </summary>
public interface IOneTenant
{
    /// <summary>The tenant that the driver serves.</summary>
    TenantId Tenant { get; }

    /// <summary>Removes all data: each clause expects a tenant that is new.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask ClearAsync(CancellationToken cancellationToken = default);
}
