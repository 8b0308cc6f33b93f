namespace StorageKit.Local;

/// <summary>What is known of a tenant's log without reading it: where each record lies, which entries there are, and,
/// if chains are enforced, how each one ends. About 100 bytes a record, for as long as the section is open. Read by
/// many while one writes.</summary>
internal sealed class AuditIndex(bool keepsChains)
{
    readonly object _lock = new();
    readonly List<AuditSegment> _segments = [];
    readonly HashSet<Hash256> _hashes = [];
    readonly Dictionary<SessionId, (ulong Seq, Hash256 Hash)> _chains = [];

    internal bool KeepsChains => keepsChains;

    internal ulong Count { get; private set; }

    internal AuditSegment? Last => _segments.Count > 0 ? _segments[^1] : null;

    internal bool Has(Hash256 entry) => _hashes.Contains(entry);

    internal (ulong Seq, Hash256 Hash)? EndOf(SessionId session) =>
        _chains.TryGetValue(session, out var end) ? end : null;

    internal void Add(AuditSegment segment)
    {
        lock (_lock) _segments.Add(segment);
    }

    /// <summary>Adds a record to the last segment.</summary>
    internal void Add(int length, Hash256 hash, (SessionId Session, ulong Seq)? place)
    {
        lock (_lock)
        {
            _segments[^1].Add(length);
            _hashes.Add(hash);
            if (place is { } link) _chains[link.Session] = (link.Seq, hash);
            Count++;
        }
    }

    /// <summary>The parts of files that hold up to so many records after a position.</summary>
    internal List<AuditPart> Find(ulong after, int limit)
    {
        List<AuditPart> parts = [];
        lock (_lock)
        {
            if (after >= Count) return parts;
            var index = _segments.FindLastIndex(segment => segment.First <= after + 1);
            for (var skip = (int)(after + 1 - _segments[index].First); limit > 0 && index < _segments.Count; index++)
            {
                var segment = _segments[index];
                var count = Math.Min(limit, segment.Count - skip);
                if (count > 0)
                {
                    var (start, end) = segment.RangeOf(skip, count);
                    parts.Add(new(segment.Path, segment.First, skip, count, start, end));
                }
                limit -= count;
                skip = 0;
            }
        }
        return parts;
    }
}
