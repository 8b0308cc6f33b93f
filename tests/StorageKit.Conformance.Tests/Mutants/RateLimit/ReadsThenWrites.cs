using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-05", Kills = "RLC-05", Says = "LOST UPDATE")]
internal sealed class ReadsThenWrites(TimeProvider time) : IRateLimitCounter
{
    readonly ConcurrentDictionary<string, ulong> _totals = new();

    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        var total = _totals.GetValueOrDefault(key);
        time.GetTimestamp(); // is the window over? (it never is)
        return new(_totals[key] = total + amount);
    }

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        new(_totals.GetValueOrDefault(key));

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        _totals.TryRemove(key, out _);
        return default;
    }
}
