namespace StorageKit;

/// <summary>The verdict on a chain.</summary>
/// <param name="EntriesChecked">How many entries were found in order; with a fault, its
/// <see cref="AuditChainFault.Index"/>.</param>
/// <param name="Fault">The first fault, or null.</param>
/// <param name="Checkpoint">What to keep for the next verification; null when a fault was found.</param>
public sealed record AuditChainReport(long EntriesChecked, AuditChainFault? Fault, AuditCheckpoint? Checkpoint)
{
    /// <summary>Whether no fault was found.</summary>
    public bool IsIntact => Fault is null;

    /// <inheritdoc/>
    public override string ToString() => Fault is null
        ? $"OK: {EntriesChecked} entries verified"
        : $"BROKEN at entry {Fault.Index}: {Fault.Message} ({EntriesChecked} entries before it verified)";
}
