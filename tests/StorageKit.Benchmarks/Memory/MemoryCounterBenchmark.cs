using System.Globalization;
using System.Threading.RateLimiting;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;
using StorageKit.Memory;

namespace StorageKit.Benchmarks.Memory;

/// <summary>The counter that lives in the process, beside one machine instruction and the limiters of .NET.</summary>
internal sealed class MemoryCounterBenchmark : IBenchmark
{
    const string Limit = "Interlocked.Increment on one word (limit)", Peer = "PartitionedRateLimiter, fixed windows";

    static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    public string Name => "memory-counter";

    public string Title => "Memory counter";

    public async Task MeasureAsync(Measurement measurement)
    {
        foreach (var threads in measurement.Effort.Sizes(1, 2))
        {
            var many = await MeasureAsync(measurement, threads, keys: 1 << 10);
            measurement.AtMost(15, many.Ours.Cost.Median, $"many keys, {threads} thread(s): ns");
            measurement.AllocatesAtMost(0, Whole(many.Ours.Bytes), $"many keys, {threads} thread(s): B");
            var hot = await MeasureAsync(measurement, threads, keys: 1);
            measurement.AtMost(2, hot.CostOver(Limit), $"one hot key, {threads} thread(s): cost, by Interlocked");
            measurement.AllocatesAtMost(0, Whole(hot.Ours.Bytes), $"one hot key, {threads} thread(s): B");
        }
        List<Point> growth = [];
        foreach (var keys in measurement.Effort.Sizes(1 << 10, 10 << 10, 100 << 10))
        {
            var table = await measurement.CompareAsync(
                string.Create(CultureInfo.InvariantCulture, $"{keys:N0} keys"), Unit.Time, Ours(1, Keys(keys)));
            growth.Add(new(keys, table.Ours.Cost.Median));
        }
        measurement.Plot(new(
            "growth", "An increment, by the number of keys", "keys", "ns", true, [new("StorageKit", growth)]));
    }

    static Task<Table> MeasureAsync(Measurement measurement, int threads, int keys)
    {
        long word = 0;
        var names = Keys(keys);
        var limiter = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new() { PermitLimit = int.MaxValue, Window = s_window, AutoReplenishment = false }));
        return measurement.CompareAsync(
            string.Create(CultureInfo.InvariantCulture, $"{keys:N0} key(s), {threads} thread(s)"), Unit.Time,
            Ours(threads, names),
            Contestant.Threads(Limit, threads, count =>
            {
                for (var i = 0; i < count; i++)
                    Interlocked.Increment(ref word);
            }),
            Contestant.Threads(Peer, threads, count =>
            {
                var next = Random.Shared.Next(names.Length);
                for (var i = 0; i < count; i++)
                {
                    limiter.AttemptAcquire(names[next]).Dispose();
                    next = next + 1 < names.Length ? next + 1 : 0;
                }
            }));
    }

    static Contestant Ours(int threads, string[] keys)
    {
        var counter = new MemoryRateLimitCounter(new(new(), TimeProvider.System), TenantId.System);
        return Contestant.Threads("StorageKit", threads, count =>
        {
            // Two threads that go through the keys in step would meet at every one.
            var next = Random.Shared.Next(keys.Length);
            for (var i = 0; i < count; i++)
            {
                counter.IncrementAsync(keys[next], 1, s_window).GetAwaiter().GetResult();
                next = next + 1 < keys.Length ? next + 1 : 0;
            }
        });
    }

    static string[] Keys(int count) =>
        [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"agent-{i}"))];

    /// <summary>The first use of a key makes its window: a few bytes, over all operations of a turn.</summary>
    static double Whole(double? bytes) => Math.Round(bytes!.Value);
}
