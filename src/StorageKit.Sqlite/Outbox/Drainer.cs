using Microsoft.Extensions.Logging;

namespace StorageKit.Sqlite;

/// <summary>Sends what waits to the target, oldest first, and removes it when the target has acknowledged it. One of
/// all processes on the file does so at a time.</summary>
internal sealed class Drainer(
    OutboxFile file, OutboxOptions options, Func<TenantId, OutboxTarget> targetOf, TimeProvider time, ILogger logger)
{
    const int TenantsAtOnce = 8, BatchesATurn = 20;

    // While others drain, or nothing is known to wait: how long until the file is looked at again.
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim _woken = new(0, 1);
    readonly CancellationTokenSource _ended = new();
    Task _running = Task.CompletedTask;

    internal void Start() => _running = Task.Run(RunAsync, CancellationToken.None);

    /// <summary>Says that something waits.</summary>
    internal void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    async Task RunAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            TimeSpan pause;
            try
            {
                pause = await RoundAsync().ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // Whatever it was, entries must not wait for ever for a drainer that has ended.
                OutboxLog.DrainFailed(logger, file.Name, e is StorageException ? e.Message : e.GetType().Name);
                pause = Look;
            }
            await PauseAsync(pause).ConfigureAwait(false);
        }
    }

    async ValueTask PauseAsync(TimeSpan pause)
    {
        if (pause <= TimeSpan.Zero) return;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        var elapsed = Task.Delay(pause, time, waiting.Token);
        var woken = _woken.WaitAsync(waiting.Token);
        await Task.WhenAny(elapsed, woken).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
    }

    /// <returns>How long to wait for the next one.</returns>
    async ValueTask<TimeSpan> RoundAsync()
    {
        var waiting = (await file.TenantsAsync().ConfigureAwait(false)).ConvertAll(tenant => targetOf(tenant));
        var due = waiting.FindAll(target => target.Due <= TimeSpan.Zero);
        if (due.Count > 0)
        {
            using var right = DrainLock.TryTake(options.Path);
            if (right is null) return Look;
            await Parallel.ForEachAsync(
                due, new ParallelOptions { MaxDegreeOfParallelism = TenantsAtOnce },
                async (target, _) => await DrainAsync(target).ConfigureAwait(false)).ConfigureAwait(false);
        }
        var next = waiting.Select(target => target.Due).Append(Look).Min();
        return due.Count > 0 && next <= TimeSpan.Zero ? TimeSpan.Zero : next;
    }

    async ValueTask DrainAsync(OutboxTarget target)
    {
        var sent = 0L;
        try
        {
            for (var turn = 0; turn < BatchesATurn && !_ended.IsCancellationRequested; turn++)
            {
                var batch = await file.NextAsync(target.TenantBytes).ConfigureAwait(false);
                if (batch.Unreadable.Count > 0) await SetUnreadableAsync(batch.Unreadable).ConfigureAwait(false);
                if (batch.Entries.Count > 0) sent += await SendAsync(target, batch.Entries).ConfigureAwait(false);
                else if (batch.Unreadable.Count == 0) break;
            }
        }
        catch (TargetAwayException)
        {
            // It is logged, and due again after its pause.
        }
        var (anyWaits, _) = await file.LookAsync(target.TenantBytes).ConfigureAwait(false);
        if (sent > 0 && !anyWaits) OutboxLog.Drained(logger, file.Name, sent, target.Tenant);
    }

    async ValueTask<int> SendAsync(OutboxTarget target, IReadOnlyList<(long Position, AuditEntry Entry)> batch)
    {
        if (batch.Count > 1 && await target.TakesBatchesAsync().ConfigureAwait(false))
        {
            try
            {
                await target.SendAsync([.. batch.Select(item => item.Entry)]).ConfigureAwait(false);
                await file.RemoveAsync([.. batch.Select(item => item.Position)]).ConfigureAwait(false);
                return batch.Count;
            }
            catch (TargetRefusedException)
            {
                // Which one it refuses is found out one by one.
            }
        }
        return await SendEachAsync(target, batch).ConfigureAwait(false);
    }

    async ValueTask<int> SendEachAsync(OutboxTarget target, IReadOnlyList<(long Position, AuditEntry Entry)> batch)
    {
        HashSet<SessionId> refused = [];
        List<long> sent = [];
        try
        {
            foreach (var (position, entry) in batch)
            {
                // The rest of its session would be stored with a hole before it.
                if (refused.Contains(entry.SessionId)) continue;
                try
                {
                    await target.SendAsync([entry]).ConfigureAwait(false);
                    sent.Add(position);
                }
                catch (TargetRefusedException e)
                {
                    refused.Add(entry.SessionId);
                    await file.SetAsideAsync(target.TenantBytes, entry.SessionId).ConfigureAwait(false);
                    var reason = e.Refusal is StorageException ? e.Refusal.Message : e.Refusal.GetType().Name;
                    OutboxLog.SetAside(
                        logger, options.Target.Driver, position, file.Name, reason, entry.SessionId, target.Tenant);
                }
            }
        }
        finally
        {
            await file.RemoveAsync(sent).ConfigureAwait(false);
        }
        return sent.Count;
    }

    async ValueTask SetUnreadableAsync(IReadOnlyList<long> positions)
    {
        await file.SetUnreadableAsync(positions).ConfigureAwait(false);
        foreach (var position in positions) OutboxLog.Unreadable(logger, position, file.Name);
    }

    /// <summary>Begins no more; returns when what is being sent has ended.</summary>
    internal async ValueTask StopAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
    }
}
