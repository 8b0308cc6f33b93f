namespace StorageKit.Conformance.Tests.Running;

/// <summary>A counter whose reads do not end.</summary>
/// <param name="way">How.</param>
internal sealed class HangingCounter(HangingWay way) : IRateLimitCounter
{
    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        if (way.BlocksItsThread) Thread.Sleep(TimeSpan.FromSeconds(3));
        await Task.Delay(Timeout.Infinite, way.HeedsCancellation ? cancellationToken : CancellationToken.None);
        return 0;
    }

    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) => new(amount);

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
}

/// <summary>How a counter hangs.</summary>
internal sealed record HangingWay(bool HeedsCancellation, bool BlocksItsThread)
{
    public HangingWay() : this(false, false)
    {
    }
}
