namespace StorageKit.Conformance.Clauses;

/// <summary>Calls of a counter together with the answer they have to give.</summary>
internal static class CounterExpectations
{
    // Long enough that a window opened by mistake, of any length in use here, is told from a slow machine.
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>A window that a clause without a clock of its own can wait out.</summary>
    internal static TimeSpan ShortWindow { get; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How close to a window's end a clause can ask: one tick. Where the backend has its own clock, real time
    /// goes by besides the steps of the clause, so there it is two seconds.</summary>
    internal static TimeSpan ClosestToTheEnd(this ClauseContext context) =>
        context.Driver.Harness.Probe<IClockControl>() is null ? TimeSpan.FromTicks(1) : TimeSpan.FromSeconds(2);

    /// <summary>The key's total is this.</summary>
    internal static async ValueTask ExpectCurrentAsync(
        this IRateLimitCounter counter, string key, ulong total, string when, CancellationToken cancellationToken)
    {
        var actual = await counter.CurrentAsync(key, cancellationToken).ConfigureAwait(false);
        Expect.Equal(total, actual, $"CurrentAsync {when}");
    }

    /// <summary>An increment answers with this total.</summary>
    internal static async ValueTask ExpectIncrementAsync(
        this IRateLimitCounter counter, string key, ulong amount, TimeSpan window, ulong total, string when,
        CancellationToken cancellationToken)
    {
        var actual = await counter.IncrementAsync(key, amount, window, cancellationToken).ConfigureAwait(false);
        Expect.Equal(total, actual, $"IncrementAsync by {amount} {when}");
    }

    /// <summary>The key's <see cref="ShortWindow"/> comes to its end, by the real clock.</summary>
    internal static ValueTask ExpectEndAsync(
        this IRateLimitCounter counter, string key, string why, CancellationToken cancellationToken)
    {
        return Expect.EventuallyAsync(
            IsOver,
            s_patience,
            $"a window of {ShortWindow.TotalMilliseconds} ms is not over after {s_patience.TotalSeconds} s: {why}",
            cancellationToken);

        async ValueTask<bool> IsOver() => await counter.CurrentAsync(key, cancellationToken).ConfigureAwait(false) == 0;
    }
}
