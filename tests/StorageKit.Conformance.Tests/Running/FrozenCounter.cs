namespace StorageKit.Conformance.Tests.Running;

/// <summary>A counter that never counts: right for a fresh key, wrong from the second increment on.</summary>
internal sealed class FrozenCounter : IRateLimitCounter
{
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) => new(amount);

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => new(0UL);

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
}
