using Npgsql;

namespace StorageKit.Postgres;

/// <summary>The one writer of a tenant's log or counters in this process. While the server commits one batch, the next
/// one gathers; it works only while something is queued. Thread-safe.</summary>
/// <param name="database">Where it writes.</param>
/// <param name="transaction">Writes a batch; its results are those of the calls, in their order.</param>
/// <param name="mayRepeat">Whether a batch of which nobody knows what became of it may be written again.</param>
internal sealed class GroupWriter<TCall, TResult>(
    PostgresDatabase database,
    Func<NpgsqlConnection, IReadOnlyList<TCall>, CancellationToken, Task<IReadOnlyList<TResult>>> transaction,
    bool mayRepeat)
    where TCall : PendingCall<TResult>
{
    const int CountLimit = 1024;
    const long SizeLimit = 4 << 20;

    readonly Lock _lock = new();
    readonly Queue<TCall> _queue = new();
    bool _isWorking;

    /// <summary>Queues a call; it is durable when the task succeeds.</summary>
    internal async Task<TResult> WriteAsync(TCall call, CancellationToken cancellationToken)
    {
        database.Calls.Enter();
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Add(call)) _ = WorkAsync();
            return await call.Ended.ConfigureAwait(false);
        }
        finally
        {
            database.Calls.Leave();
        }
    }

    bool Add(TCall call)
    {
        lock (_lock)
        {
            _queue.Enqueue(call);
            PostgresTelemetry.Driver.Queued();
            if (_isWorking) return false;
            return _isWorking = true;
        }
    }

    async Task WorkAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            await StoreAsync(batch).ConfigureAwait(false);
            // Callers that were just answered queue their next calls first.
            await Task.Yield();
        }
    }

    /// <summary>The next batch, at least one call; empty, and the work is over, when nothing waits.</summary>
    List<TCall> Take()
    {
        List<TCall> batch = [];
        var (count, size) = (0, 0L);
        lock (_lock)
        {
            while (_queue.TryPeek(out var next))
            {
                if (batch.Count > 0 && (count + next.Count > CountLimit || size + next.Size > SizeLimit)) break;
                _queue.Dequeue();
                PostgresTelemetry.Driver.Dequeued();
                if (!next.TryTake()) continue;
                batch.Add(next);
                count += next.Count;
                size += next.Size;
            }
            _isWorking = batch.Count > 0;
        }
        return batch;
    }

    async Task StoreAsync(IReadOnlyList<TCall> batch)
    {
        try
        {
            var results = await database.Calls.RunWithinAsync(
                (connection, token) => transaction(connection, batch, token), mayRepeat,
                WhenAllAreGone(batch)).ConfigureAwait(false);
            PostgresTelemetry.Driver.Committed(batch.Count);
            for (var i = 0; i < batch.Count; i++) batch[i].Succeed(results[i]);
        }
        catch (StorageException e) when (mayRepeat && batch.Count > 1 && !e.IsTransient)
        {
            // The server refused the transaction as a whole: each call has one of its own, so that the one that is to
            // blame fails alone.
            foreach (var call in batch) await StoreAsync([call]).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            foreach (var call in batch) call.Fail(e);
        }
    }

    // A connection whose server does not answer is not waited for when nobody waits for us.
    static CancellationToken WhenAllAreGone(IReadOnlyList<TCall> batch)
    {
        if (!batch.All(static call => call.CanBeCancelled)) return CancellationToken.None;
        #pragma warning disable CA2000 // It has no timer: nothing is left of it when the batch has ended.
        var gone = new CancellationTokenSource();
#pragma warning restore CA2000
        _ = Task.WhenAll(batch.Select(static call => call.Ended)).ContinueWith(
            static (_, gone) => ((CancellationTokenSource)gone!).Cancel(), gone, CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return gone.Token;
    }
}
