using System.Globalization;

namespace StorageKit.Local;

/// <summary>The lines of a group of emits, as they will stand at the end of a segment. An emit that may not be stored
/// fails alone; one whose entries are stored already has nothing to write.</summary>
internal sealed class AppendGroup(AuditIndex index, long synced)
{
    readonly List<(int Length, AuditEntry Entry)> _lines = [];
    readonly HashSet<Hash256> _hashes = [];
    readonly Dictionary<SessionId, (ulong Seq, Hash256 Hash)> _chains = [];
    readonly List<Append> _accepted = [];

    internal MemoryStream Bytes { get; } = new();

    /// <summary>Adds an emit's lines, or fails it.</summary>
    internal void Add(Append append)
    {
        List<(AuditEntry Entry, byte[] Body)> added = [];
        HashSet<Hash256> own = [];
        foreach (var one in append.Entries)
            if (!index.Has(one.Entry.EntryHash) && !_hashes.Contains(one.Entry.EntryHash)
                && own.Add(one.Entry.EntryHash))
                added.Add(one);
        if (index.KeepsChains && Misplaced(added) is { } misplaced)
        {
            append.Fail(misplaced);
            return;
        }
        for (var i = 0; i < added.Count; i++)
        {
            var (entry, body) = added[i];
            var start = (int)Bytes.Length;
            AuditLine.Write(Bytes, index.Count + (ulong)_lines.Count + 1, added.Count - 1 - i, synced, body);
            _lines.Add(((int)Bytes.Length - start, entry));
            _hashes.Add(entry.EntryHash);
            _chains[entry.SessionId] = (entry.Seq, entry.EntryHash);
        }
        _accepted.Add(append);
    }

    /// <summary>Lets readers find the lines, which are on the disk.</summary>
    internal void AddToIndex()
    {
        foreach (var (length, entry) in _lines)
            index.Add(length, entry.EntryHash, index.KeepsChains ? (entry.SessionId, entry.Seq) : null);
    }

    /// <summary>Tells the callers.</summary>
    internal void Acknowledge()
    {
        if (_accepted.Count > 0) LocalTelemetry.Driver.Committed(_accepted.Count);
        foreach (var append in _accepted) append.Succeed();
    }

    StorageException? Misplaced(IEnumerable<(AuditEntry Entry, byte[] Body)> added)
    {
        Dictionary<SessionId, (ulong Seq, Hash256 Hash)> own = [];
        foreach (var (entry, _) in added)
        {
            var last = own.TryGetValue(entry.SessionId, out var end) || _chains.TryGetValue(entry.SessionId, out end)
                ? end
                : index.EndOf(entry.SessionId);
            var continues = last is var (seq, hash)
                ? entry.Seq == unchecked(seq + 1) && entry.PreviousHash == hash
                : entry.Seq == 0 && entry.PreviousHash == Hash256.Genesis;
            if (!continues)
                return new(
                    StorageErrorKind.Conflict,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"entry {entry.Seq} does not continue the chain of session {entry.SessionId}; "
                        + $"read the chain's last entry and link to it, or set enforce_chain = false in "
                        + $"[storage.local]"));
            own[entry.SessionId] = (entry.Seq, entry.EntryHash);
        }
        return null;
    }
}
