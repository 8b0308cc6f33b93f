namespace StorageKit.Conformance;

/// <summary>Probe: has a new master key made for the driver's secrets.</summary>
public interface IKeyRotation
{
    /// <summary>The section after a rotation: as <see cref="DriverHarness.Section"/>, but with a new master key for what is
    /// put from now on, and the old one for what was put before.</summary>
    string RotatedSection { get; }
}
