using System.Diagnostics;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Redis;

namespace StorageKit.Benchmarks.Redis;

/// <summary>Callers who each wait for their total before they count on. What is measured begins when all of them are
/// under way, and ends before the first one stops: the steady state.</summary>
internal sealed class CounterCrowd(RedisRateLimitCounter counter, int callers, int keys)
{
    static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    // In less, the few hundred bytes of measuring itself show.
    readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(callers < 8 ? 400 : 100);

    // Code that is not optimised yet allocates what optimised code does not.
    static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(2);

    readonly string[] _names = [.. Enumerable.Range(0, keys).Select(i => FormattableString.Invariant($"agent-{i}"))];
    readonly Latencies _latencies = new();
    readonly Counted[] _counted = new Counted[callers];
    static bool s_isWarm;
    volatile bool _isOver;

    public async Task<Sample> TurnAsync(TimeSpan turn)
    {
        _isOver = false;
        Array.Clear(_counted);
        var tasks = Enumerable.Range(0, callers).Select(CallAsync).ToArray();
        while (_counted.Any(one => one.Operations < 3))
            await Task.Delay(1);
        _latencies.Clear();
        var (allocated, start, before) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp(), Total());
        await Task.Delay(s_isWarm ? turn < _shortest ? _shortest : turn : s_warmUp);
        s_isWarm = true;
        var (bytes, elapsed, after) = (
            GC.GetTotalAllocatedBytes(precise: true) - allocated, Stopwatch.GetElapsedTime(start), Total());
        _isOver = true;
        await Task.WhenAll(tasks);
        var operations = Math.Max(1, after - before);
        return new(elapsed.TotalNanoseconds / operations, (double)bytes / operations, _latencies.Quantile(0.99));
    }

    long Total()
    {
        long total = 0;
        for (var i = 0; i < _counted.Length; i++)
            total += Volatile.Read(ref _counted[i].Operations);
        return total;
    }

    async Task CallAsync(int caller)
    {
        await Task.Yield();
        for (var next = caller * 7919 % keys; !_isOver; next = next + 1 < keys ? next + 1 : 0)
        {
            var start = Stopwatch.GetTimestamp();
            await counter.IncrementAsync(_names[next], 1, s_window);
            _latencies.Add(Stopwatch.GetTimestamp() - start);
            Volatile.Write(ref _counted[caller].Operations, _counted[caller].Operations + 1);
        }
    }

    struct Counted
    {
        public long Operations;
    }
}
