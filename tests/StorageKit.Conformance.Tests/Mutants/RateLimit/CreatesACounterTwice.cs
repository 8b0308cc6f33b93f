using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

/// <summary>A missing counter is added with the indexer: the second of two first increments replaces the first one's.
/// </summary>
[Mutant("M-RLC-05-FIRST", Kills = "RLC-05", Says = "LOST UPDATE")]
internal sealed class CreatesACounterTwice : IRateLimitCounter
{
    readonly ConcurrentDictionary<string, Counter> _counters = new();

    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        if (!_counters.TryGetValue(key, out var counter)) _counters[key] = counter = new();
        return new(Interlocked.Add(ref counter.Total, amount));
    }

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        new(_counters.TryGetValue(key, out var counter) ? Volatile.Read(ref counter.Total) : 0);

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        _counters.TryRemove(key, out _);
        return default;
    }

    sealed class Counter
    {
        internal ulong Total;
    }
}
