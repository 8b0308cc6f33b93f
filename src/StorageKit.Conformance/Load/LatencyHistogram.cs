using System.Numerics;

namespace StorageKit.Conformance.Load;

/// <summary>Counts latencies in buckets that are at most 1/8 wide, in memory of a fixed size, so that measuring adds
/// nothing to what is measured. Not thread-safe: one for each caller, merged at the end.</summary>
internal sealed class LatencyHistogram
{
    const int StepBits = 3; // 8 buckets from one power of two to the next

    readonly long[] _buckets = new long[64 << StepBits];

    internal long Count { get; private set; }

    internal void Add(TimeSpan latency)
    {
        _buckets[BucketOf(Math.Max(0, latency.Ticks))]++;
        Count++;
    }

    internal void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _buckets.Length; i++) _buckets[i] += other._buckets[i];
        Count += other.Count;
    }

    /// <summary>The latency that this part of the calls does not exceed: at most 1/8 too long; zero without a call.
    /// </summary>
    internal TimeSpan Quantile(double part)
    {
        var left = (long)Math.Ceiling(part * Count);
        for (var i = 0; i < _buckets.Length && left > 0; i++)
            if ((left -= _buckets[i]) <= 0)
                return TimeSpan.FromTicks(LongestOf(i));
        return TimeSpan.Zero;
    }

    static int BucketOf(long ticks)
    {
        if (ticks < 1 << StepBits) return (int)ticks;
        var exponent = BitOperations.Log2((ulong)ticks) - StepBits;
        return (int)((long)(exponent << StepBits) + (ticks >> exponent));
    }

    static long LongestOf(int bucket)
    {
        if (bucket < 1 << StepBits) return bucket;
        var exponent = (bucket >> StepBits) - 1;
        return ((long)((bucket & ((1 << StepBits) - 1)) + (1 << StepBits) + 1) << exponent) - 1;
    }
}
