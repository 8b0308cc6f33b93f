namespace StorageKit.Benchmarks.Measuring;

/// <summary>What one turn of a contestant showed.</summary>
/// <param name="Nanoseconds">The cost of one operation. Of concurrent ones: elapsed time divided by their number.</param>
/// <param name="Bytes">What one operation allocated in this process; null where that says nothing.</param>
/// <param name="P99">The time that 99 of 100 operations took at most, as their caller saw it, in milliseconds.</param>
internal readonly record struct Sample(double Nanoseconds, double? Bytes = null, double? P99 = null);
