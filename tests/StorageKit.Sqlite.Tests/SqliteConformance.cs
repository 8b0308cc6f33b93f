using StorageKit.Conformance;

namespace StorageKit.Sqlite.Tests;

[ConformanceSuite("sqlite")]
public sealed partial class SqliteConformance : ConformanceSuite
{
    const string Key = "c3RvcmFnZWtpdC1jb25mb3JtYW5jZS1zdWl0ZS1rZXk=";

    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) => new(new DriverHarness(
        section: $"""
            path = '{Path.Combine(scope.Folder, "suite.db")}'
            encryption_key = '{Key}'
            """,
        new FolderScan(scope.Folder)));
}
