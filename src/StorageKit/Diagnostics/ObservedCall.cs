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

    internal ValueTask Watch(ValueTask task)
    {
        _isWatched = true;
        var ended = ToEndAsync(task);
        Leave();
        return ended;
    }

    internal ValueTask<T> Watch<T>(ValueTask<T> task)
    {
        _isWatched = true;
        var ended = ToEndAsync(task);
        Leave();
        return ended;
    }

    /// <summary>It threw before there was a task.</summary>
    internal void EndUnwatched()
    {
        if (_isWatched) return;
        End(_operation.TagsOfUnknown, StoreOperation.Unknown);
        Leave();
    }

    async ValueTask ToEndAsync(ValueTask task)
    {
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

    async ValueTask<T> ToEndAsync<T>(ValueTask<T> task)
    {
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

    // The method returns to its caller, whose own activity goes on; the call itself may go on, too.
    void Leave()
    {
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
