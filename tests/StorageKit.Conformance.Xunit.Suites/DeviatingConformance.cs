namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>One deviation is true, the other is not any more.</summary>
[ConformanceSuite("frozen")]
[Deviates("RLC-02", "It never counts.")]
[Deviates("RLC-01", "It once read 7.")]
public sealed partial class DeviatingConformance : ConformanceSuite;
