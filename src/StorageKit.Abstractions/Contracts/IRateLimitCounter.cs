namespace StorageKit;

/// <summary>Counts in fixed windows, for rate limits.</summary>
/// <remarks>
/// Safe for any number of concurrent callers; linearizable per key. A window opens at the key's first increment (amount
/// 0 included) with the length given then; later increments, of any amount and with any length, neither move nor resize
/// it. At elapsed ≥ length it is over; the next increment opens a new one. Clauses RLC-01 to RLC-26.
/// </remarks>
[StorageContract("rate_limit_counter")]
public interface IRateLimitCounter
{
    /// <summary>Adds <paramref name="amount"/> and returns the new total of the current window, in one atomic step: no
    /// two callers see the same value before it. Saturates at 2^64-1 and is exact all the way.</summary>
    /// <param name="key">Compared byte for byte; the empty key is a key; a lone surrogate is refused.</param>
    /// <param name="amount">0 returns the present total, and opens a window on a fresh key.</param>
    /// <param name="window">The length of the window, should this call open one; <see cref="TimeSpan.MaxValue"/> never
    /// ends.</param>
    /// <param name="cancellationToken">A cancelled call may or may not have counted.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is zero or less; nothing was counted.
    /// </exception>
    [AtomicReadModifyWrite]
    ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default);

    /// <summary>The total of the current window; 0 for a key never incremented or whose window is over. Never writes.
    /// </summary>
    ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Ends the key's window; an absent key succeeds.</summary>
    [Idempotent]
    ValueTask ResetAsync(string key, CancellationToken cancellationToken = default);
}
