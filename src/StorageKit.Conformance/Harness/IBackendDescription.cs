namespace StorageKit.Conformance;

/// <summary>Probe: says what the driver was tested against, for the reports.</summary>
/// <example><code>
/// public string Description => "Acme 3.2, two replicas";
/// </code></example>
public interface IBackendDescription
{
    /// <summary>Product and version, for example <c>PostgreSQL 15.14</c>. No address, no secret.</summary>
    string Description { get; }
}
