using System.Diagnostics;
using System.Numerics;

namespace StorageKit.Benchmarks.Measuring;

/// <summary>
/// How long operations took: counted in steps of 1/16 of a power of two, so that adding one allocates nothing and a
/// quantile is at most 6 % too large. Safe for concurrent callers.
/// </summary>
internal sealed class Latencies
{
    const int Steps = 16;

    readonly long[] _counts = new long[64 * Steps];

    public long Count => _counts.Sum();

    public void Clear() => Array.Clear(_counts);

    public void Add(long ticks) => Interlocked.Increment(ref _counts[IndexOf(Math.Max(ticks, Steps))]);

    /// <summary>In milliseconds.</summary>
    public double Quantile(double quantile)
    {
        var rest = (long)Math.Ceiling(Count * quantile);
        var index = 0;
        while ((rest -= _counts[index]) > 0)
            index++;
        var power = index / Steps;
        var ticks = Math.ScaleB(1 + (double)(index % Steps + 1) / Steps, power);
        return ticks * 1_000 / Stopwatch.Frequency;
    }

    static int IndexOf(long ticks)
    {
        var power = BitOperations.Log2((ulong)ticks);
        return power * Steps + (int)((ticks >> (power - 4)) & (Steps - 1));
    }
}
