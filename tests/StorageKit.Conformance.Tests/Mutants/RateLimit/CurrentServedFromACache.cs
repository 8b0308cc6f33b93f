using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R24", Kills = "RLC-06", Says = "STALE READ")]
internal sealed class CurrentServedFromACache(IRateLimitCounter inner, TimeProvider time) : CounterMutant(inner)
{
    readonly ConcurrentDictionary<string, (long At, ulong Total)> _cache = new();

    public override async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        if (_cache.TryGetValue(key, out var cached) && time.GetElapsedTime(cached.At) < TimeSpan.FromSeconds(1))
            return cached.Total;
        var total = await Inner.CurrentAsync(key, cancellationToken);
        _cache[key] = (time.GetTimestamp(), total);
        return total;
    }
}
