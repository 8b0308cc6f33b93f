using System.Collections.Concurrent;

namespace StorageKit.Redis;

/// <summary>Objects of calls that have ended, for the next ones, so that a call allocates nothing. Thread-safe.
/// </summary>
internal sealed class CallPool<T> where T : class, new()
{
    /// <summary>More callers than this at a time pay with garbage, not with memory that stays.</summary>
    const int Most = 16 * 1024;

    readonly ConcurrentQueue<T> _free = new();
    int _count;

    internal T Rent()
    {
        if (!_free.TryDequeue(out var one)) return new();
        Interlocked.Decrement(ref _count);
        return one;
    }

    internal void Return(T one)
    {
        if (Interlocked.Increment(ref _count) <= Most) _free.Enqueue(one);
        else Interlocked.Decrement(ref _count);
    }
}
