using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>What the driver tells about its calls and its writer.</summary>
internal static class SqliteTelemetry
{
    internal static DriverTelemetry Driver { get; } = new(SqliteDriver.Name, "sqlite");

    internal static StoreOperation Operation<TContract>(string method) where TContract : class =>
        Driver.Operation<TContract>(method);
}
