namespace StorageKit.Tools;

/// <summary>What an application gives to its host.</summary>
public sealed record ToolHostOptions
{
    /// <summary>How long a provider may take for a call, and for opening or closing a component. Longer than zero.
    /// </summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where each call is recorded: who, which tool, which key, how it ended; never a value. Null when nobody
    /// wants to know. The host does not dispose it.</summary>
    public IAuditSink? Audit { get; init; }

    /// <summary>How many calls each agent has; null for as many as it likes.</summary>
    public ToolRateLimit? RateLimit { get; init; }

    /// <summary>The clock and the loggers.</summary>
    public StorageServices Services { get; init; } = StorageServices.Default;
}
