namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>A counter that never counts: right for a fresh key, wrong from the second increment on.
/// Takes no clock.</summary>
[ContractExempt("SK0004", Because = "It is broken on purpose: the suites have to see it.")]
[StorageDriver("frozen")]
public sealed class FrozenCounter : IRateLimitCounter
{
    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) => new(amount);

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => new(0UL);

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
}
