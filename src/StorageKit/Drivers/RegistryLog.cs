using Microsoft.Extensions.Logging;

namespace StorageKit;

/// <summary>What the registry logs. Nothing here holds a secret.</summary>
internal static partial class RegistryLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Warning}")]
    internal static partial void Unused(ILogger logger, ConfigError warning);

    [LoggerMessage(2, LogLevel.Warning, "After opening had failed, disposing of what was open threw {ExceptionType}")]
    internal static partial void DisposeFailed(ILogger logger, Type exceptionType);
}
