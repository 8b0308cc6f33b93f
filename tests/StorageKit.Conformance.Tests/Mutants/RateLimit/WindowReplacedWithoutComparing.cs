using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-22", Kills = "RLC-22", Says = "NOT LINEARIZABLE")]
internal sealed class WindowReplacedWithoutComparing(TimeProvider time) : IRateLimitCounter
{
    readonly ConcurrentDictionary<string, Window> _windows = new();

    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        var open = _windows.GetOrAdd(key, _ => new(time.GetTimestamp(), window));
        if (time.GetElapsedTime(open.Start) >= open.Length)
            _windows[key] = open = new(time.GetTimestamp(), window); // another caller may have done so before
        return new(Interlocked.Add(ref open.Total, amount));
    }

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        new(_windows.TryGetValue(key, out var open) && time.GetElapsedTime(open.Start) < open.Length
            ? Interlocked.Read(ref open.Total)
            : 0);

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        _windows.TryRemove(key, out _);
        return default;
    }

    sealed class Window(long start, TimeSpan length)
    {
        internal ulong Total;

        internal long Start => start;

        internal TimeSpan Length => length;
    }
}
