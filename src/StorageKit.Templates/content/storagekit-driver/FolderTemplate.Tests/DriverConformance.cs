using StorageKit.Conformance;

namespace DriverTemplate.Tests;

/// <summary>One test for each clause; the generator writes them.</summary>
[ConformanceSuite("driver-template")]
public sealed partial class DriverConformance : ConformanceSuite
{
    /// <summary>How the suite reaches a backend of its own: here a new folder, whose bytes it may look at.</summary>
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) =>
        new(new DriverHarness(section: $"path = '{scope.Folder}/store'", new FolderScan(scope.Folder)));
}
