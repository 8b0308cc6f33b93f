using Microsoft.Extensions.Logging;

namespace StorageKit.Sqlite;

/// <summary>What the driver logs: file names and numbers, never values.</summary>
internal static partial class SqliteLog
{
    [LoggerMessage(1, LogLevel.Information, "The database \"{File}\" was brought from schema version {From} to {To}.")]
    internal static partial void Migrated(ILogger logger, string file, long from, long to);

    [LoggerMessage(2, LogLevel.Warning, "Expired rows could not be removed ({Reason}); the next write tries again.")]
    internal static partial void ReclaimFailed(ILogger logger, string reason);
}
