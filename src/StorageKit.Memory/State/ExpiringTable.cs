using System.Collections.Concurrent;

namespace StorageKit.Memory;

/// <summary>A dictionary whose entries have locks of their own and may expire. Thread-safe.</summary>
/// <remarks>
/// The protocol that keeps an entry linearizable while others remove it: an entry is removed under its own lock, marked
/// and taken out of the dictionary in one; whoever locks an entry that is marked looks it up again and finds another.
/// Reclaiming is paid by writers: each entry is queued once, and each writer takes out what is over by then.
/// </remarks>
internal sealed class ExpiringTable<TKey, TEntry>(TimeProvider time, Func<TKey, TEntry> create)
    where TKey : notnull
    where TEntry : Expiring<TKey>
{
    readonly ConcurrentDictionary<TKey, TEntry> _entries = new();
    readonly ExpiryQueue<TKey, TEntry> _queue = new();
    readonly long _frequency = time.TimestampFrequency;

    internal int Count => _entries.Count;

    internal IEnumerable<TEntry> Entries => _entries.Values;

    /// <summary>The keys, each once, found one by one while the table goes on.</summary>
    internal IEnumerable<TKey> Keys => _entries.Select(static pair => pair.Key);

    internal TEntry? Find(TKey key) => _entries.GetValueOrDefault(key);

    internal TEntry FindOrAdd(TKey key) =>
        _entries.TryGetValue(key, out var entry) ? entry : _entries.GetOrAdd(key, create(key));

    /// <summary>Sets when the entry is over, from now. Call it under the entry's lock.</summary>
    internal void ExpireAfter(TEntry entry, long now, TimeSpan length)
    {
        entry.Deadline = Deadline.After(now, length, _frequency);
        if (entry.IsQueued || entry.Deadline == Deadline.Never) return;
        entry.IsQueued = true;
        _queue.Add(entry, entry.Deadline);
    }

    /// <summary>Takes the entry out. Call it under the entry's lock.</summary>
    internal void Remove(TEntry entry)
    {
        entry.IsRemoved = true;
        _entries.TryRemove(new(entry.Key, entry));
    }

    /// <summary>Takes out every entry that is over. Call it without any entry's lock.</summary>
    internal void Reclaim(long now)
    {
        while (_queue.TryTake(now, out var entry))
        {
            lock (entry)
            {
                if (entry.IsRemoved) continue;
                if (entry.Deadline <= now) Remove(entry);
                else _queue.Add(entry, entry.Deadline);
            }
        }
    }
}
