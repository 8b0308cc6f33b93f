namespace StorageKit.Conformance;

/// <summary>Probe: has a new master key made for the driver's secrets.</summary>
/// <example><code>
/// public string RotatedSection =>
///     $"path = '{file}'\n[storage.encryption]\nactive = 'new'\nkeys = {{ new = '{newKey}', old = '{oldKey}' }}";
/// </code></example>
public interface IKeyRotation
{
    /// <summary>The section after a rotation: as <see cref="DriverHarness.Section"/>, but with a new master key for
    /// what is put from now on, and the old one for what was put before.</summary>
    string RotatedSection { get; }
}
