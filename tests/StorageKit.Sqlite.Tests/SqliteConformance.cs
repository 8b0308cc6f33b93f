using StorageKit.Conformance;
using StorageKit.Testing.Sqlite;

namespace StorageKit.Sqlite.Tests;

[ConformanceSuite("sqlite")]
public sealed partial class SqliteConformance : ConformanceSuite
{
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) => SqliteFile.Harness(
        scope, file => PathOf(file) + KeyRings.OnlyOld,
        file => [new SqliteTamper(file), new EarlierFiles(scope), new KeyRings.Rotation(PathOf(file))]);

    static string PathOf(string file) => $"path = '{file}'";
}
