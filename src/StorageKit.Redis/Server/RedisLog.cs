using Microsoft.Extensions.Logging;

namespace StorageKit.Redis;

/// <summary>What the driver logs: addresses and settings, never values.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(1, LogLevel.Information, "Connected to redis at {Host}:{Port}: {Persistence}.")]
    internal static partial void Connected(ILogger logger, string host, int port, RedisPersistence persistence);

    [LoggerMessage(2, LogLevel.Warning, "Redis at {Host}:{Port} has other settings than before: {Persistence}.")]
    internal static partial void Changed(ILogger logger, string host, int port, RedisPersistence persistence);

    [LoggerMessage(3, LogLevel.Warning,
        "The policy cache in redis does not answer ({Kind}); policies are read from their source.")]
    internal static partial void CacheAway(ILogger logger, StorageErrorKind kind);
}
