namespace StorageKit;

/// <summary>An entry as an <see cref="IAuditLog"/> holds it.</summary>
/// <param name="Position">1, 2, 3 … without a hole, per tenant, in acknowledge order.</param>
/// <param name="Entry">The entry, every field as it was emitted.</param>
/// <param name="Digest">The entry's <see cref="AuditEntry.Digest"/> as it was at the time of the emit. When it differs
/// from the digest of <paramref name="Entry"/> now, the stored fields were changed.</param>
public sealed record AuditRecord(ulong Position, AuditEntry Entry, Hash256 Digest);
