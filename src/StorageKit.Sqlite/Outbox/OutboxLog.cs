using Microsoft.Extensions.Logging;

namespace StorageKit.Sqlite;

/// <summary>What the outbox logs: names, ids and numbers, never what an entry says.</summary>
internal static partial class OutboxLog
{
    [LoggerMessage(
        1, LogLevel.Warning,
        "The audit target \"{Target}\" is away for tenant {Tenant}: {Reason}. Entries wait in the outbox.")]
    internal static partial void Away(ILogger logger, string target, TenantId tenant, string reason);

    [LoggerMessage(2, LogLevel.Information, "The audit target \"{Target}\" is back for tenant {Tenant}.")]
    internal static partial void Back(ILogger logger, string target, TenantId tenant);

    [LoggerMessage(
        3, LogLevel.Information, "The outbox \"{File}\" sent {Count} waiting entries of tenant {Tenant}; none waits.")]
    internal static partial void Drained(ILogger logger, string file, long count, TenantId tenant);

    [LoggerMessage(4, LogLevel.Error, "An emit failed: {Reason}.")]
    internal static partial void Full(ILogger logger, string reason);

    [LoggerMessage(
        5, LogLevel.Error,
        "The audit target \"{Target}\" refused the entry at position {Position} of the outbox \"{File}\": {Reason}. The "
        + "entries of session {Session} of tenant {Tenant} are set aside until the outbox is opened again.")]
    internal static partial void SetAside(
        ILogger logger, string target, long position, string file, string reason, SessionId session, TenantId tenant);

    [LoggerMessage(
        6, LogLevel.Error,
        "The row at position {Position} of the outbox \"{File}\" cannot be decoded. It is set aside; restore it from a "
        + "backup.")]
    internal static partial void Unreadable(ILogger logger, long position, string file);

    [LoggerMessage(7, LogLevel.Warning, "{Count} entries of the outbox \"{File}\" that were refused are tried again.")]
    internal static partial void TakenUp(ILogger logger, int count, string file);

    [LoggerMessage(8, LogLevel.Warning, "The outbox \"{File}\" could not be drained: {Reason}. It is tried again.")]
    internal static partial void DrainFailed(ILogger logger, string file, string reason);
}
