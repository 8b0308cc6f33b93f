using Microsoft.Extensions.Logging;

namespace StorageKit.Postgres;

/// <summary>What the driver logs: names and numbers, never values.</summary>
internal static partial class PostgresLog
{
    [LoggerMessage(1, LogLevel.Information, "The schema \"{Schema}\" was brought from version {From} to {To}.")]
    internal static partial void Migrated(ILogger logger, string schema, int from, int to);

    [LoggerMessage(2, LogLevel.Warning, "Expired rows could not be removed ({Reason}); a later write tries again.")]
    internal static partial void ReclaimFailed(ILogger logger, string reason);

    [LoggerMessage(
        3, LogLevel.Warning,
        "The server runs with {Setting} = off: what it acknowledges may be lost when its machine fails. Set it to on.")]
    internal static partial void NotDurable(ILogger logger, string setting);
}
