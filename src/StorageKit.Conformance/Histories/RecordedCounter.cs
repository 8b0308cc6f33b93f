namespace StorageKit.Conformance.Histories;

/// <summary>Calls of a counter, recorded.</summary>
internal static class RecordedCounter
{
    internal static ValueTask<Operation> IncrementAsync(
        this RecordingCaller caller, IRateLimitCounter counter, string key, ulong amount, TimeSpan window,
        CancellationToken cancellationToken)
    {
        return caller.RecordAsync(OperationKind.Increment, key, amount, Call);

        async ValueTask<OperationValue> Call() =>
            await counter.IncrementAsync(key, amount, window, cancellationToken).ConfigureAwait(false);
    }

    internal static ValueTask<Operation> CurrentAsync(
        this RecordingCaller caller, IRateLimitCounter counter, string key, CancellationToken cancellationToken)
    {
        return caller.RecordAsync(OperationKind.Read, key, OperationValue.None, Call);

        async ValueTask<OperationValue> Call() =>
            await counter.CurrentAsync(key, cancellationToken).ConfigureAwait(false);
    }

    internal static ValueTask<Operation> ResetAsync(
        this RecordingCaller caller, IRateLimitCounter counter, string key, CancellationToken cancellationToken) =>
        caller.RecordAsync(
            OperationKind.Reset, key, OperationValue.None, () => counter.ResetAsync(key, cancellationToken));
}
