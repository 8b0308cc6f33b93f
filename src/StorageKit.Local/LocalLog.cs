using Microsoft.Extensions.Logging;

namespace StorageKit.Local;

/// <summary>What the driver logs: file names and numbers, never values.</summary>
internal static partial class LocalLog
{
    [LoggerMessage(
        1, LogLevel.Warning,
        "{Torn} bytes of a write that never ended were moved aside from \"{File}\", which has {Length} bytes now.")]
    internal static partial void Repaired(ILogger logger, int torn, string file, long length);
}
