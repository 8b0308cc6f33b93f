using StorageKit.Sqlite;
using StorageKit.Testing.Sqlite;

namespace StorageKit.Conformance.Tests.Drivers;

/// <summary>The sqlite driver on a file of its own, with every probe that a file can have.</summary>
internal sealed class SqliteBackend : IAsyncDisposable
{
    readonly SuiteScope _scope = new();

    internal SqliteBackend()
    {
        var file = Path.Combine(_scope.Folder, "store.db");
        var section = $"""
            path = '{file}'
            encryption_key = '{Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)(7 * i)).ToArray())}'
            """;
        Driver = new(
            new Registry().Add(SqliteDriver.Registration), SqliteDriver.Name,
            new DriverHarness(section, new FolderScan(_scope.Folder), new SqliteTamper(file)))
        {
            Register = SqliteDriver.Register,
        };
    }

    internal DriverUnderTest Driver { get; }

    public async ValueTask DisposeAsync()
    {
        await Driver.Harness.DisposeAsync();
        _scope.Dispose();
    }
}
