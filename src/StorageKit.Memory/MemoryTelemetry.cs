using StorageKit.Diagnostics;

namespace StorageKit.Memory;

/// <summary>What the driver tells about its calls.</summary>
internal static class MemoryTelemetry
{
    static readonly DriverTelemetry s_driver = new(MemoryDriver.Name, "memory");

    internal static StoreOperation Operation<TContract>(string method) where TContract : class =>
        s_driver.Operation<TContract>(method);
}
