using Microsoft.Extensions.Logging;

namespace StorageKit;

/// <summary>What hosting logs. Nothing here holds a secret: errors, names of drivers, keys and places.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(201, LogLevel.Information, "{File} is open after {Milliseconds} ms: {Config}")]
    internal static partial void Opened(ILogger logger, string file, long milliseconds, StorageConfig config);

    [LoggerMessage(202, LogLevel.Critical, "The stores cannot be opened; mend this and start again.\n{Errors}")]
    internal static partial void NotOpened(ILogger logger, string errors);

    [LoggerMessage(203, LogLevel.Information, "Opening the stores was cancelled; what was open is closed.")]
    internal static partial void Cancelled(ILogger logger);

    [LoggerMessage(204, LogLevel.Information, "The stores of {File} are closed.")]
    internal static partial void Closed(ILogger logger, string file);

    [LoggerMessage(
        205, LogLevel.Error,
        "{File} has changed and is wrong. What is open goes on; the next start would fail.\n{Errors}")]
    internal static partial void Refused(ILogger logger, string file, string errors);

    [LoggerMessage(206, LogLevel.Warning, "{File} has changed; restart to apply:\n{Changes}")]
    internal static partial void NeedsRestart(ILogger logger, string file, string changes);

    [LoggerMessage(
        207, LogLevel.Information,
        "{File} has changed and [storage.encryption] is applied: {Ring}. Secrets that are sealed with another key than "
        + "the active one are sealed again.")]
    internal static partial void RingReplaced(ILogger logger, string file, KeyRing ring);

    [LoggerMessage(208, LogLevel.Information, "{File} says again what is open.")]
    internal static partial void IsAsOpened(ILogger logger, string file);

    [LoggerMessage(
        209, LogLevel.Error,
        "{File} has changed and could not be checked: looking up a variable threw {ExceptionType}. What is open goes "
        + "on.")]
    internal static partial void NotChecked(ILogger logger, string file, Type exceptionType);
}
