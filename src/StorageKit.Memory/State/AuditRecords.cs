namespace StorageKit.Memory;

/// <summary>A tenant's audit log: grows at its end, and in no other way. Thread-safe.</summary>
internal sealed class AuditRecords(bool enforceChain)
{
    readonly Lock _lock = new();
    readonly List<AuditRecord> _records = [];
    readonly HashSet<Hash256> _hashes = [];
    readonly Dictionary<SessionId, AuditEntry> _lastOfSession = [];

    /// <summary>Appends the entry, unless it is stored already.</summary>
    /// <returns>Whether it is stored; false when it does not continue its session's chain and chains are
    /// enforced.</returns>
    internal bool Append(AuditEntry entry)
    {
        _ = entry.Digest; // hashed here and kept by the entry, so that nobody waits for it inside the lock
        lock (_lock)
        {
            if (_hashes.Contains(entry.EntryHash)) return true;
            if (enforceChain && !Continues(entry, _lastOfSession.GetValueOrDefault(entry.SessionId))) return false;
            Add(entry);
            return true;
        }
    }

    /// <summary>Appends the entries that are not stored yet, all or none.</summary>
    /// <returns>The first entry that does not continue its session's chain, when chains are enforced; null when all are
    /// stored.</returns>
    internal AuditEntry? AppendAll(AuditEntry[] entries)
    {
        foreach (var entry in entries) _ = entry.Digest;
        lock (_lock)
        {
            List<AuditEntry> fresh = [];
            HashSet<Hash256> hashes = [];
            Dictionary<SessionId, AuditEntry> last = [];
            foreach (var entry in entries)
            {
                if (_hashes.Contains(entry.EntryHash) || !hashes.Add(entry.EntryHash)) continue;
                var before = last.GetValueOrDefault(entry.SessionId)
                    ?? _lastOfSession.GetValueOrDefault(entry.SessionId);
                if (enforceChain && !Continues(entry, before)) return entry;
                last[entry.SessionId] = entry;
                fresh.Add(entry);
            }
            foreach (var entry in fresh) Add(entry);
            return null;
        }
    }

    /// <summary>Up to <paramref name="limit"/> records after a position.</summary>
    internal IReadOnlyList<AuditRecord> Read(ulong after, int limit)
    {
        lock (_lock)
        {
            if (after >= (ulong)_records.Count) return [];
            var start = (int)after;
            return _records.GetRange(start, Math.Min(limit, _records.Count - start));
        }
    }

    void Add(AuditEntry entry)
    {
        _records.Add(new((ulong)_records.Count + 1, entry, entry.Digest));
        _hashes.Add(entry.EntryHash);
        if (enforceChain) _lastOfSession[entry.SessionId] = entry;
    }

    static bool Continues(AuditEntry entry, AuditEntry? before) => before is null
        ? entry.Seq == 0 && entry.PreviousHash == Hash256.Genesis
        : before.Seq < ulong.MaxValue && entry.Seq == before.Seq + 1 && entry.PreviousHash == before.EntryHash;
}
