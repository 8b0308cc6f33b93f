using StorageKit.Conformance;

namespace StorageKit.Sqlite.Tests;

/// <summary>An outbox in front of the driver "sqlite", where the entries are read.</summary>
[ConformanceSuite("outbox")]
public sealed partial class OutboxConformance : ConformanceSuite
{
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scope.Folder, "store")).FullName;
        return new(new DriverHarness(OutboxSections.Sqlite(folder), new FolderScan(folder), new TargetLog(folder))
        {
            Behind = SqliteDriver.Register,
        });
    }
}
