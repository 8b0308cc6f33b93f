namespace StorageKit.Conformance;

/// <summary>Makes a partial class the conformance suite of a driver: the generator writes one test for each clause into
/// it.</summary>
/// <param name="driver">The driver's name, as in TOML. The driver stands in the same project or in a reference.</param>
/// <example>A driver without a backend needs no more than this:
/// <code>
/// [ConformanceSuite("acme")]
/// public sealed partial class AcmeConformance : ConformanceSuite;
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConformanceSuiteAttribute(string driver) : Attribute
{
    /// <summary>The driver's name, as in TOML.</summary>
    public string Driver { get; } = driver;
}
