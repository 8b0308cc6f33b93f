using Microsoft.Extensions.Logging;

namespace StorageKit.Mcp;

internal static partial class WatchLog
{
    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Path} has changed and is applied: {Components} components, {Agents} agents.")]
    internal static partial void Applied(ILogger logger, string path, int components, int agents);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "{Path} has changed and is wrong; what was applied before goes on.\n{Errors}")]
    internal static partial void Refused(ILogger logger, string path, string errors);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Failure}")]
    internal static partial void NotOpened(ILogger logger, string failure);
}
