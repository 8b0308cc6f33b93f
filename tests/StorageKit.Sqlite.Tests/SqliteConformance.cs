using StorageKit.Conformance;
using StorageKit.Testing.Sqlite;

namespace StorageKit.Sqlite.Tests;

[ConformanceSuite("sqlite")]
public sealed partial class SqliteConformance : ConformanceSuite
{
    const string Key = "c3RvcmFnZWtpdC1jb25mb3JtYW5jZS1zdWl0ZS1rZXk=";

    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        var file = Path.Combine(scope.Folder, "suite.db");
        return new(new DriverHarness(
            $"path = '{file}'\nencryption_key = '{Key}'", new FolderScan(scope.Folder), new SqliteTamper(file)));
    }
}
