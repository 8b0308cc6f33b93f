namespace StorageKit.Memory;

/// <summary>One fixed window of a key: its total, until its deadline. Thread-safe, without a lock.</summary>
/// <remarks>Whoever saw it before its deadline may add to it a little after: that increment took place just before the
/// deadline, as its caller had asked by then and has not been answered.</remarks>
internal sealed class CounterRun(long deadline, long sureUntil)
{
    // From here on an addition could pass 2^64-1, be it that 2^31 threads add 2^32 each at this moment.
    const ulong Large = 1UL << 63, LargeAmount = 1UL << 32;

    ulong _total;

    internal long Deadline => deadline;

    /// <summary>Up to this moment of the <see cref="CoarseClock"/> the deadline has not come for sure.</summary>
    internal long SureUntil => sureUntil;

    internal ulong Total => Volatile.Read(ref _total);

    /// <summary>Adds, saturating at 2^64-1.</summary>
    internal ulong Add(ulong amount) =>
        amount < LargeAmount && Volatile.Read(ref _total) < Large
            ? Interlocked.Add(ref _total, amount)
            : AddSaturating(amount);

    ulong AddSaturating(ulong amount)
    {
        while (true)
        {
            var total = Volatile.Read(ref _total);
            var sum = unchecked(total + amount);
            if (sum < amount) sum = ulong.MaxValue;
            if (Interlocked.CompareExchange(ref _total, sum, total) == total) return sum;
        }
    }
}
