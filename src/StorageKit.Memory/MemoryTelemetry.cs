using StorageKit.Diagnostics;

namespace StorageKit.Memory;

/// <summary>What the driver tells about its calls.</summary>
/// <remarks>Its calls are not disposed of: nothing between their start and their end throws, and a method without
/// <c>using</c> can be inlined, which is most of what such a short one costs.</remarks>
internal static class MemoryTelemetry
{
    static readonly DriverTelemetry s_driver = new(MemoryDriver.Name, "memory");

    internal static StoreOperation Operation<TContract>(string method) where TContract : class =>
        s_driver.Operation<TContract>(method);
}
