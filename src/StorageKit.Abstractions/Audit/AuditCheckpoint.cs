namespace StorageKit;

/// <summary>What a chain was at some moment. Kept outside the store, it shows later whether the tail was cut or the
/// chain rewritten, which no chain can show by itself.</summary>
/// <param name="Count">How many entries the chain had.</param>
/// <param name="LastHash">The <see cref="AuditEntry.EntryHash"/> of the last of them.</param>
/// <param name="ChainDigest">SHA-256 rolled over the <see cref="AuditEntry.Digest"/> of all of them.</param>
public sealed record AuditCheckpoint(long Count, Hash256 LastHash, Hash256 ChainDigest);
