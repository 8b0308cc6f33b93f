namespace StorageKit.Cli.Audit;

/// <summary>What is to be said of one session's chain.</summary>
/// <param name="Session">The session.</param>
/// <param name="Report">The verdict.</param>
/// <param name="Position">Where in the log the fault is; null when there is none, or when it is what is missing at the
/// end.</param>
internal sealed record ChainVerdict(SessionId Session, AuditChainReport Report, ulong? Position)
{
    public override string ToString() => $"session {Session}: {Report}"
        + (Position is { } position ? $"; it is record {position} of the log" : "");
}
