using StorageKit.Conformance;

namespace StorageKit.Local.Tests;

[ConformanceSuite("local")]
public sealed partial class LocalConformance : ConformanceSuite
{
    const string Key = "c3RvcmFnZWtpdC1jb25mb3JtYW5jZS1zdWl0ZS1rZXk=";

    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) => PrivateFolder.Harness(
        scope, folder => $"path = '{folder}'\nencryption_key = '{Key}'",
        new LocalTamper(Path.Combine(scope.Folder, "store")));
}
