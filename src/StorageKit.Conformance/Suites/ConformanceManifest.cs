namespace StorageKit.Conformance;

/// <summary>What the generator wrote into a suite.</summary>
/// <param name="Driver">The driver's name.</param>
/// <param name="Register">Adds the driver to a registry.</param>
/// <param name="Clauses">The clauses that have a test.</param>
/// <param name="NotApplicable">The clauses that are skipped, because the driver has no such contract.</param>
public sealed record ConformanceManifest(
    string Driver, Action<Registry> Register, IReadOnlyList<string> Clauses, IReadOnlyList<string> NotApplicable);
