using System.Collections.Concurrent;

namespace StorageKit.Specimens.Tests.Postgres;

/// <summary>The entries that were emitted, by the key of their row. Not the reference's: kept beside the table so that
/// its order can be judged apart from what it drops.</summary>
internal sealed class EmittedEntries
{
    readonly ConcurrentDictionary<Guid, AuditEntry> _entries = new();

    internal void Add(AuditEntry entry) => _entries.TryAdd(PostgresAudit.EventId(entry), entry);

    internal AuditEntry Find(Guid eventId) => _entries[eventId];
}
