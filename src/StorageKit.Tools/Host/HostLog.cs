using Microsoft.Extensions.Logging;

namespace StorageKit.Tools;

/// <summary>What a host logs: names and errors of drivers, never an argument or a value.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Warning, "The tool \"{Tool}\" failed: {Reason}")]
    internal static partial void CallFailed(ILogger logger, string tool, string reason);

    [LoggerMessage(2, LogLevel.Warning, "The tool \"{Tool}\" did not answer within {Seconds} s.")]
    internal static partial void CallTimedOut(ILogger logger, string tool, double seconds);

    [LoggerMessage(3, LogLevel.Warning, "The {Component} could not be closed in order: {Reason}")]
    internal static partial void CloseFailed(ILogger logger, RegisteredComponent component, string reason);

    [LoggerMessage(4, LogLevel.Warning, "A listener of ToolsChanged failed: {Reason}")]
    internal static partial void ListenerFailed(ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Error, "A call of the tool \"{Tool}\" could not be recorded: {Reason}")]
    internal static partial void AuditFailed(ILogger logger, string tool, string reason);

    /// <summary>Only a <see cref="StorageException"/> promises that its message holds no secret.</summary>
    internal static string ReasonOf(Exception thrown) =>
        thrown is StorageException ? thrown.Message : $"{thrown.GetType()} (not shown: it may hold a secret)";
}
