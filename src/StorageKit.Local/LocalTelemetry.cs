using StorageKit.Diagnostics;

namespace StorageKit.Local;

/// <summary>What the driver tells about its calls and its log.</summary>
internal static class LocalTelemetry
{
    internal static DriverTelemetry Driver { get; } = new(LocalDriver.Name, "local");

    internal static StoreOperation Operation<TContract>(string method) where TContract : class =>
        Driver.Operation<TContract>(method);
}
