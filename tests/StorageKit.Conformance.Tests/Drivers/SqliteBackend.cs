using StorageKit.Sqlite;
using StorageKit.Testing.Sqlite;

namespace StorageKit.Conformance.Tests.Drivers;

/// <summary>The sqlite driver on a file of its own, with every probe that a file can have.</summary>
internal sealed class SqliteBackend : IAsyncDisposable
{
    static readonly string Key = Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)(7 * i)).ToArray());

    readonly SuiteScope _scope = new();

    internal SqliteBackend() => Driver = new(
        new Registry().Add(SqliteDriver.Registration), SqliteDriver.Name,
        SqliteFile.Harness(
            _scope, file => $"path = '{file}'\n[storage.encryption]\nactive = '1'\nkeys = {{ 1 = '{Key}' }}",
            file => [new SqliteTamper(file)]).Result)
    {
        Register = SqliteDriver.Register,
    };

    internal DriverUnderTest Driver { get; }

    public async ValueTask DisposeAsync()
    {
        await Driver.Harness.DisposeAsync();
        _scope.Dispose();
    }
}
