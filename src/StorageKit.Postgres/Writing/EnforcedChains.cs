using System.Globalization;

namespace StorageKit.Postgres;

/// <summary>The ends of the sessions' chains while a batch is looked through, in its order.</summary>
internal sealed class EnforcedChains
{
    readonly HashSet<Hash256> _stored = [];
    readonly Dictionary<Guid, (ulong Seq, Hash256 Hash)> _heads = [];

    internal void AddStored(Hash256 entry) => _stored.Add(entry);

    internal void SetHead(Guid session, ulong seq, Hash256 hash) => _heads[session] = (seq, hash);

    /// <summary>Adds the entries to their chains, all or none.</summary>
    /// <returns>Null, or why they cannot be added.</returns>
    internal StorageException? TryContinue(IReadOnlyList<AuditRow> rows)
    {
        Dictionary<Guid, (ulong Seq, Hash256 Hash)> heads = [];
        List<Hash256> added = [];
        foreach (var row in rows)
        {
            var entry = row.Entry;
            if (_stored.Contains(entry.EntryHash) || added.Contains(entry.EntryHash)) continue;
            var hasHead = heads.TryGetValue(row.Session, out var head) || _heads.TryGetValue(row.Session, out head);
            // Wraps at the end of 64 bits, where no sequence gets to.
            var continues = hasHead
                ? entry.Seq == unchecked(head.Seq + 1) && entry.PreviousHash == head.Hash
                : entry.Seq == 0 && entry.PreviousHash == Hash256.Genesis;
            if (!continues) return Refused(entry);
            heads[row.Session] = (entry.Seq, entry.EntryHash);
            added.Add(entry.EntryHash);
        }
        _stored.UnionWith(added);
        foreach (var (session, head) in heads) _heads[session] = head;
        return null;
    }

    static StorageException Refused(AuditEntry entry) => new(
        StorageErrorKind.Conflict,
        string.Create(
            CultureInfo.InvariantCulture,
            $"entry {entry.Seq} does not continue the chain of session {entry.SessionId}; "
            + $"read the chain's last entry and link to it, or set enforce_chain = false in [storage.postgres]"));
}
