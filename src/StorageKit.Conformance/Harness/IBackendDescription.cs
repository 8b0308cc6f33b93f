namespace StorageKit.Conformance;

/// <summary>Probe: says what the driver was tested against, for the reports.</summary>
public interface IBackendDescription
{
    /// <summary>Product and version, for example <c>PostgreSQL 15.14</c>. No address, no secret.</summary>
    string Description { get; }
}
