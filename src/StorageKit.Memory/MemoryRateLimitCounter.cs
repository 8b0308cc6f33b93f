using StorageKit.Diagnostics;

namespace StorageKit.Memory;

/// <summary>Counts in fixed windows, on the monotonic clock of its <see cref="TimeProvider"/>. Windows that are over
/// are reclaimed by later increments; an increment in an open window takes no lock and allocates nothing.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose counters they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemoryRateLimitCounter(MemoryData data, TenantId tenant)
    : MemoryStore(data), IRateLimitCounter, IRateLimitWindows
{
    static readonly StoreOperation s_increment = MemoryTelemetry.Operation<IRateLimitCounter>(nameof(IncrementAsync));
    static readonly StoreOperation s_current = MemoryTelemetry.Operation<IRateLimitCounter>(nameof(CurrentAsync));
    static readonly StoreOperation s_reset = MemoryTelemetry.Operation<IRateLimitCounter>(nameof(ResetAsync));
    static readonly StoreOperation s_list = MemoryTelemetry.Operation<IRateLimitCounter>(nameof(ListWindowsAsync));

    readonly CounterTable _counters = data.Of(tenant).Counters;

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        // A key that has a window is a valid one.
        if (key is not null && window > TimeSpan.Zero && !IsDisposed && !s_increment.IsObserved
            && !cancellationToken.IsCancellationRequested && _counters.TryAdd(key, amount, out var total))
            return new(total);
        StorageArgument.Key(key);
        StorageArgument.Window(window);
        ThrowIfDisposed();
        return s_increment.IsObserved
            ? s_increment.Start().Watch(Increment(key, amount, window, cancellationToken))
            : Increment(key, amount, window, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        return s_current.IsObserved
            ? s_current.Start().Watch(Current(key, cancellationToken))
            : Current(key, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        var call = s_reset.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        _counters.Reset(key);
        return call.Watch(default);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RateLimitWindow> ListWindowsAsync(CancellationToken cancellationToken = default) =>
        ListAsync(s_list, _counters.Running, cancellationToken);

    ValueTask<ulong> Increment(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<ulong>(cancellationToken)
            : new(_counters.Increment(key, amount, window));

    ValueTask<ulong> Current(string key, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<ulong>(cancellationToken)
            : new(_counters.Current(key));
}
