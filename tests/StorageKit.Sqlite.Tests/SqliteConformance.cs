using StorageKit.Conformance;
using StorageKit.Testing.Sqlite;

namespace StorageKit.Sqlite.Tests;

[ConformanceSuite("sqlite")]
public sealed partial class SqliteConformance : ConformanceSuite
{
    const string Key = "c3RvcmFnZWtpdC1jb25mb3JtYW5jZS1zdWl0ZS1rZXk=";

    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) => SqliteFile.Harness(
        scope, file => $"path = '{file}'\nencryption_key = '{Key}'", file => [new SqliteTamper(file), new EarlierFiles(scope)]);
}
