namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

/// <summary>A correct counter, whose calls a mutant may replace.</summary>
internal class CounterMutant(IRateLimitCounter inner) : IRateLimitCounter
{
    protected IRateLimitCounter Inner => inner;

    public virtual ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) =>
        inner.IncrementAsync(key, amount, window, cancellationToken);

    public virtual ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        inner.CurrentAsync(key, cancellationToken);

    public virtual ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        inner.ResetAsync(key, cancellationToken);
}
