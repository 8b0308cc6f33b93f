using System.Diagnostics;

namespace StorageKit.Benchmarks.Measuring;

/// <summary>Callers that each wait for their operation before they begin the next one.</summary>
internal sealed class CallerCrowd(int callers, Func<int, ValueTask> operation)
{
    readonly Latencies _latencies = new();
    long _end;

    public async Task<Sample> TurnAsync(TimeSpan turn)
    {
        _latencies.Clear();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        _end = start + (long)(turn.TotalSeconds * Stopwatch.Frequency);
        var tasks = new Task[callers];
        for (var caller = 0; caller < callers; caller++)
            tasks[caller] = CallAsync(caller);
        await Task.WhenAll(tasks);
        var elapsed = Stopwatch.GetElapsedTime(start);
        // The callers themselves are not operations: what starting them allocates is told apart by a turn of its own
        // length, which is long enough to make it small.
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new(elapsed.TotalNanoseconds / _latencies.Count, (double)bytes / _latencies.Count, _latencies.Quantile(0.99));
    }

    async Task CallAsync(int caller)
    {
        await Task.Yield();
        long now;
        do
        {
            var start = Stopwatch.GetTimestamp();
            await operation(caller);
            now = Stopwatch.GetTimestamp();
            _latencies.Add(now - start);
        }
        while (now < _end);
    }
}
