using StorageKit.Conformance;

namespace StorageKit.Memory.Tests;

[ConformanceSuite("memory")]
public sealed partial class MemoryConformance : ConformanceSuite;
