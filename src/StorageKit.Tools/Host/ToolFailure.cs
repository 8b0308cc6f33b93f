namespace StorageKit.Tools;

/// <summary>What a model reads when a call fails: by the kind of the error only. A driver's own text may name a path or
/// a host, which is the operator's business; it is in the log.</summary>
internal static class ToolFailure
{
    internal static ToolResult TimedOut { get; } = ToolResult.Failure(
        ToolOutcome.TimedOut,
        "The tool did not answer in time. What it was to change may have been changed: read it before you try again.");

    internal static ToolResult NotAudited { get; } = ToolResult.Failure(
        ToolOutcome.NotAudited,
        "The call was carried out, but could not be recorded, so its result is withheld. Stop, and tell the operator.");

    internal static ToolResult Of(Exception thrown) => thrown switch
    {
        StorageException { Kind: StorageErrorKind.Timeout } => TimedOut,
        StorageException { IsTransient: true } => Failed("is not available at the moment; try again later"),
        StorageException { Kind: StorageErrorKind.Unauthorized } => Failed(
            "refuses this; trying again does not help, tell the operator"),
        StorageException { Kind: StorageErrorKind.Serialization } => Failed(
            "holds something here that cannot be read; tell the operator"),
        StorageException { Kind: StorageErrorKind.Conflict } => Failed(
            "holds something that contradicts this; read it before you try again"),
        _ => Failed("failed; try again once, then tell the operator"),
    };

    static ToolResult Failed(string what) => ToolResult.Failure(ToolOutcome.Failed, $"The storage {what}.");
}
