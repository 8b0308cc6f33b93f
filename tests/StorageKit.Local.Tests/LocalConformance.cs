using StorageKit.Conformance;

namespace StorageKit.Local.Tests;

[ConformanceSuite("local")]
public sealed partial class LocalConformance : ConformanceSuite
{
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        var folder = Path.Combine(scope.Folder, "store");
        var section = $"path = '{folder}'";
        return PrivateFolder.Harness(
            scope, _ => section + KeyRings.OnlyOld, new LocalTamper(folder), new KeyRings.Rotation(section));
    }
}
