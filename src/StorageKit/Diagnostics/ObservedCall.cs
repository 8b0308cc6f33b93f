using System.Diagnostics;

namespace StorageKit.Diagnostics;

/// <summary>A call that somebody listens to.</summary>
internal sealed class ObservedCall
{
    readonly StoreOperation _operation;
    readonly Activity? _caller = Activity.Current;
    readonly Activity? _activity;
    // What is measured is how long somebody waited, whatever clock the driver was given.
    readonly long _started = Stopwatch.GetTimestamp();
    bool _isWatched;

    internal ObservedCall(StoreOperation operation, int batchSize)
    {
        _operation = operation;
        _activity = StorageTelemetry.Source.StartActivity(
            ActivityKind.Client, default(ActivityContext), operation.Tags, name: operation.SpanName);
        if (batchSize > 1) _activity?.SetTag(StoreOperation.BatchSizeTag, batchSize);
    }

    internal async ValueTask ToEndAsync(ValueTask task)
    {
        _isWatched = true;
        Exception? failure = null;
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            End(failure);
        }
    }

    internal async ValueTask<T> ToEndAsync<T>(ValueTask<T> task)
    {
        _isWatched = true;
        Exception? failure = null;
        try
        {
            return await task.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            End(failure);
        }
    }

    /// <summary>The method returns to its caller, whose own activity goes on; the call itself may go on too.</summary>
    internal void Leave()
    {
        if (!_isWatched) End(_operation.TagsOfUnknown, StoreOperation.Unknown);
        if (_activity is not null) Activity.Current = _caller;
    }

    void End(Exception? failure) => End(
        _operation.TagsOf(failure),
        failure is null or OperationCanceledException ? null : StoreOperation.ErrorType(failure),
        failure is OperationCanceledException);

    void End(KeyValuePair<string, object?>[] tags, string? error, bool isCancelled = false)
    {
        // Before the span ends: an exemplar of the measurement points to it.
        StorageTelemetry.Duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
        if (_activity is null) return;
        if (isCancelled) _activity.SetTag(StoreOperation.CancelledTag, true);
        if (error is not null)
        {
            _activity.SetTag(StoreOperation.ErrorTag, error);
            _activity.SetStatus(ActivityStatusCode.Error);
        }
        _activity.Dispose();
    }
}
