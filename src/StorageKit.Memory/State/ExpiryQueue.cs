namespace StorageKit.Memory;

/// <summary>Entries by the moment at which they may be over; so that whoever comes by later can reclaim what is,
/// without a timer and without a search. Thread-safe.</summary>
internal sealed class ExpiryQueue<TKey, TEntry> where TEntry : Expiring<TKey>
{
    const int Few = 64;

    readonly Lock _lock = new();
    PriorityQueue<TEntry, long> _entries = new();
    long _earliest = Deadline.Never;
    int _compactAbove = Few;

    internal void Add(TEntry entry, long deadline)
    {
        lock (_lock)
        {
            if (_entries.Count >= _compactAbove) Compact();
            _entries.Enqueue(entry, deadline);
            if (deadline < _earliest) Volatile.Write(ref _earliest, deadline);
        }
    }

    /// <summary>Takes out one entry whose moment has come.</summary>
    internal bool TryTake(long now, out TEntry entry)
    {
        entry = null!;
        if (now < Volatile.Read(ref _earliest)) return false;
        lock (_lock)
        {
            var isDue = _entries.TryPeek(out _, out var deadline) && deadline <= now;
            if (isDue)
                entry = _entries.Dequeue();
            else if (_entries.Count < _entries.Capacity / 4)
                _entries.TrimExcess();
            Volatile.Write(ref _earliest, _entries.TryPeek(out _, out deadline) ? deadline : Deadline.Never);
            return isDue;
        }
    }

    // Removed entries stay queued until their moment, which may be far: thrown out whenever the queue has doubled.
    void Compact()
    {
        _entries = new(_entries.UnorderedItems.Where(item => !item.Element.IsRemoved));
        _compactAbove = Math.Max(Few, _entries.Count * 2);
    }
}
