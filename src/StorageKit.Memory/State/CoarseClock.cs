namespace StorageKit.Memory;

/// <summary>Tells that a deadline is still far away, for a fifth of what reading the exact clock costs: most increments
/// need to know no more. Whoever is not told so reads the exact clock.</summary>
/// <param name="time">The exact clock. Only the system's has a coarse one; for any other nothing is ever sure.</param>
internal sealed class CoarseClock(TimeProvider time)
{
    // The coarse clock stands still between two timer interrupts: 1 to 16 ms, longer when a virtual machine is kept from
    // running. A deadline is called far only while it is a second away, and 1/1,000 of the window, should one clock be
    // a little faster than the other.
    const long Margin = 1_000, DriftDivisor = 1_000;

    readonly bool _isSystem = time == TimeProvider.System;

    /// <summary>Milliseconds; when nothing is ever sure, later than every moment that is.</summary>
    internal long Now => _isSystem ? Environment.TickCount64 : long.MaxValue;

    /// <summary>The moment up to which a window is open for sure.</summary>
    /// <param name="before">A moment of this clock before it was opened by the exact one.</param>
    /// <param name="length">How long it is open.</param>
    internal long SureUntil(long before, TimeSpan length)
    {
        if (!_isSystem) return long.MinValue;
        var milliseconds = length.Ticks / TimeSpan.TicksPerMillisecond;
        return before + milliseconds - milliseconds / DriftDivisor - Margin;
    }
}
