using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>What the driver tells about its calls, its writers and its connections.</summary>
internal static class PostgresTelemetry
{
    internal static DriverTelemetry Driver { get; } = new(PostgresDriver.Name, "postgresql");

    internal static StoreOperation Operation<TContract>(string method) where TContract : class =>
        Driver.Operation<TContract>(method);
}
