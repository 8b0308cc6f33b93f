using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>What the driver tells about its calls and its connection.</summary>
internal static class RedisTelemetry
{
    internal static DriverTelemetry Driver { get; } = new(RedisDriver.Name, "redis");

    internal static StoreOperation Operation<TContract>(string method) where TContract : class =>
        Driver.Operation<TContract>(method);
}
