using Microsoft.Extensions.Logging;

namespace StorageKit.Sqlite;

/// <summary>A tenant's emits in this process, one batch at a time and in the order of their calls: straight to the
/// target while nothing waits for it, else to the end of those that wait. Works only while something is queued.
/// Thread-safe.</summary>
internal sealed class EmitQueue(OutboxFile file, OutboxTarget target, Action kept, ILogger logger)
{
    const int EntryLimit = 1024;
    const long SizeLimit = 4 << 20;

    readonly Lock _lock = new();
    readonly Queue<PendingEmit> _queue = new();
    Task _working = Task.CompletedTask;
    bool _isWorking;
    bool _isClosed;
    bool _isFull;

    /// <summary>Queues entries; they are durable when the task succeeds.</summary>
    internal Task EmitAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        if (entries.Count == 0) return Task.CompletedTask;
        var emit = new PendingEmit(entries, cancellationToken);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(Outbox));
            _queue.Enqueue(emit);
            if (!_isWorking)
            {
                _isWorking = true;
                _working = Task.Run(WorkAsync, CancellationToken.None);
            }
        }
        return emit.Ended;
    }

    async Task WorkAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                await RecordAsync(batch).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                foreach (var emit in batch) emit.End(e);
            }
            // Callers that were just answered queue their next entries first.
            await Task.Yield();
        }
    }

    List<PendingEmit> Take()
    {
        List<PendingEmit> batch = [];
        var (entries, size) = (0, 0L);
        lock (_lock)
        {
            while (entries < EntryLimit && size < SizeLimit && _queue.TryDequeue(out var next))
            {
                if (!next.TryTake()) continue;
                batch.Add(next);
                entries += next.Entries.Count;
                size += next.Entries.Sum(static entry => (long)entry.Payload.Length);
            }
            _isWorking = batch.Count > 0;
        }
        return batch;
    }

    async ValueTask RecordAsync(List<PendingEmit> batch)
    {
        // Before anything is sent: an entry that was kept by whatever process is not overtaken.
        var (anyWaits, refused) = await file.LookAsync(target.TenantBytes).ConfigureAwait(false);
        if (!anyWaits)
        {
            var open = batch.FindAll(emit => !emit.Entries.Any(entry => refused.Contains(entry.SessionId)));
            await SendAsync(open).ConfigureAwait(false);
        }
        if (batch.FindAll(emit => !emit.Ended.IsCompleted) is { Count: > 0 } rest)
            await KeepAsync(rest).ConfigureAwait(false);
    }

    /// <summary>Ends every emit that the target has recorded or refused; the others are to be kept.</summary>
    async ValueTask SendAsync(List<PendingEmit> emits)
    {
        if (emits.Count == 0) return;
        try
        {
            if (await target.TakesBatchesAsync().ConfigureAwait(false)) await SendTogetherAsync(emits).ConfigureAwait(false);
            // Several entries that such a target could record in part only are kept, all or none, and go from there.
            else if (emits.TrueForAll(emit => emit.Entries.Count == 1)) await SendEachAsync(emits).ConfigureAwait(false);
        }
        catch (TargetAwayException)
        {
            // What this emit may have recorded is sent again, and stored once.
        }
    }

    async ValueTask SendTogetherAsync(List<PendingEmit> emits)
    {
        try
        {
            await target.SendAsync([.. emits.SelectMany(emit => emit.Entries)]).ConfigureAwait(false);
            foreach (var emit in emits) emit.End();
        }
        catch (TargetRefusedException e) when (emits.Count == 1)
        {
            emits[0].End(e.Refusal);
        }
        catch (TargetRefusedException)
        {
            // One is to blame, and is to fail alone.
            await SendEachAsync(emits).ConfigureAwait(false);
        }
    }

    async ValueTask SendEachAsync(List<PendingEmit> emits)
    {
        foreach (var emit in emits) await SendTogetherAsync([emit]).ConfigureAwait(false);
    }

    async ValueTask KeepAsync(List<PendingEmit> emits)
    {
        var rows = emits.ConvertAll(static emit => emit.Entries.Select(entry => new OutboxRow(entry)).ToArray());
        var failures = await file.KeepAsync(target.TenantBytes, rows).ConfigureAwait(false);
        for (var i = 0; i < emits.Count; i++) emits[i].End(failures[i]);
        var full = Array.Find(failures, static failure => failure is not null);
        // Once, and not for each of the callers that try again.
        if (full is not null && !_isFull) OutboxLog.Full(logger, full.Message);
        _isFull = full is not null;
        kept();
    }

    /// <summary>Takes no more; returns when what is queued is recorded.</summary>
    internal Task CloseAsync()
    {
        lock (_lock)
        {
            _isClosed = true;
            return _working;
        }
    }
}
