using Xunit;
using Xunit.Sdk;

namespace StorageKit.Conformance.Xunit;

/// <summary>A fact that can be skipped while it runs: whether a probe is there is known only then, and xunit 2 by
/// itself decides about skipping before.</summary>
/// <example><code>
/// [ClauseFact(DisplayName = "RLC-01 A fresh key reads 0."), Trait("clause", "RLC-01")]
/// public Task RLC01_FreshKeyReadsZero() => RunAsync("RLC-01");
/// </code></example>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("StorageKit.Conformance.Xunit.ClauseFactDiscoverer", "StorageKit.Conformance.Xunit")]
public sealed class ClauseFactAttribute : FactAttribute;
