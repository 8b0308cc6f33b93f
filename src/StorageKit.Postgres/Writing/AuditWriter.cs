namespace StorageKit.Postgres;

/// <summary>The one writer of a tenant's log in this process. While the server commits one batch, the next one gathers;
/// it works only while something is queued. Thread-safe.</summary>
internal sealed class AuditWriter(PostgresDatabase database, AuditTransaction transaction)
{
    const int EntryLimit = 1024;
    const long SizeLimit = 4 << 20;

    readonly Lock _lock = new();
    readonly Queue<PendingEmit> _queue = new();
    bool _isWorking;

    /// <summary>Queues entries; they are durable when the task succeeds.</summary>
    internal async Task WriteAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        database.Calls.Enter();
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var emit = new PendingEmit(rows, cancellationToken);
            if (Add(emit)) _ = WorkAsync();
            await emit.Ended.ConfigureAwait(false);
        }
        finally
        {
            database.Calls.Leave();
        }
    }

    bool Add(PendingEmit emit)
    {
        lock (_lock)
        {
            _queue.Enqueue(emit);
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
            // Callers that were just answered queue their next entries first.
            await Task.Yield();
        }
    }

    /// <summary>The next batch, at least one emit; empty, and the work is over, when nothing waits.</summary>
    List<PendingEmit> Take()
    {
        List<PendingEmit> batch = [];
        var (entries, size) = (0, 0L);
        lock (_lock)
        {
            while (_queue.TryPeek(out var next))
            {
                if (batch.Count > 0 && (entries + next.Rows.Count > EntryLimit || size + next.Size > SizeLimit)) break;
                _queue.Dequeue();
                PostgresTelemetry.Driver.Dequeued();
                if (!next.TryTake()) continue;
                batch.Add(next);
                entries += next.Rows.Count;
                size += next.Size;
            }
            _isWorking = batch.Count > 0;
        }
        return batch;
    }

    async Task StoreAsync(IReadOnlyList<PendingEmit> batch)
    {
        try
        {
            var failures = await database.Calls.RunWithinAsync(
                (connection, token) => transaction.StoreAsync(connection, batch, token), mayRepeat: true,
                CancellationToken.None).ConfigureAwait(false);
            PostgresTelemetry.Driver.Committed(batch.Count);
            for (var i = 0; i < batch.Count; i++) batch[i].End(failures[i]);
        }
        catch (StorageException e) when (batch.Count > 1 && !e.IsTransient)
        {
            // The server refused the transaction as a whole: each emit has one of its own, so that the one that is to
            // blame fails alone.
            foreach (var emit in batch) await StoreAsync([emit]).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            foreach (var emit in batch) emit.End(e);
        }
    }
}
