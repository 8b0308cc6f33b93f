namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>What a suite of two lines says about a bad driver.</summary>
[ConformanceSuite("frozen")]
public sealed partial class FrozenConformance : ConformanceSuite;
