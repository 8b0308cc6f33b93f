namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>Declares deviations that cannot be.</summary>
[ConformanceSuite("frozen")]
[Deviates("RLC-99", "There is no such clause.")]
[Deviates("AUD-01", "The driver has no sink.")]
[Deviates("RLC-02", " ")]
public sealed partial class StrangerConformance : ConformanceSuite;
