using StorageKit.Conformance;

[ConformanceSuite("acme")]
public sealed partial class AcmeConformance : ConformanceSuite;
