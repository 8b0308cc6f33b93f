using StorageKit.Conformance;

namespace Acme.PlainFiles.Tests;

[ConformanceSuite("plainfiles")]
public sealed partial class PlainFilesConformance : ConformanceSuite
{
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) =>
        PrivateFolder.Harness(scope, folder => $"folder = '{folder}'");
}
