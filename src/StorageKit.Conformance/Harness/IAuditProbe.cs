namespace StorageKit.Conformance;

/// <summary>Probe: reads a tenant's audit entries back, in order, by other means than the driver.</summary>
/// <remarks>For a sink that is no <see cref="IAuditLog"/>. Thread-safe: it is asked while others emit, and shows every
/// entry that was acknowledged before it was asked.</remarks>
/// <example><code>
/// sealed class AcmeAuditProbe(string file) : IAuditProbe
/// {
///     public async ValueTask&lt;IReadOnlyList&lt;AuditEntry>> ReadAllAsync(
///         TenantId tenant, CancellationToken token) =>
///         [.. (await File.ReadAllLinesAsync($"{file}.{tenant}", token)).Select(AuditEntry.FromJson)];
/// }
/// </code></example>
public interface IAuditProbe
{
    /// <summary>Every entry of the tenant, oldest first.</summary>
    ValueTask<IReadOnlyList<AuditEntry>> ReadAllAsync(TenantId tenant, CancellationToken cancellationToken = default);
}
