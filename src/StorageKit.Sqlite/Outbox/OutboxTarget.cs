using Microsoft.Extensions.Logging;

namespace StorageKit.Sqlite;

/// <summary>A tenant's store at the target: opened when it is first used, given up on after a time, and tried again
/// after pauses while it is away. Thread-safe.</summary>
internal sealed class OutboxTarget(OutboxOptions options, TenantId tenant, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    readonly SemaphoreSlim _opening = new(1);
    readonly Lock _lock = new();
    readonly Backoff _backoff = new(options.RetryInterval);
    readonly CancellationTokenSource _ended = new();
    IAuditSink? _sink;
    string? _failure;
    DateTimeOffset _dueAt;

    internal TenantId Tenant { get; } = tenant;

    internal byte[] TenantBytes { get; } = tenant.ToByteArray();

    /// <summary>Why the target was away at the last try; null when it was not.</summary>
    internal string? Failure
    {
        get
        {
            lock (_lock) return _failure;
        }
    }

    /// <summary>How long until the target is to be tried again; zero or less when it is time.</summary>
    internal TimeSpan Due
    {
        get
        {
            lock (_lock) return _failure is null ? TimeSpan.Zero : _dueAt - time.GetUtcNow();
        }
    }

    /// <summary>Whether several entries can go in one step.</summary>
    /// <exception cref="TargetAwayException">The target could not be opened.</exception>
    internal ValueTask<bool> TakesBatchesAsync() => Volatile.Read(ref _sink) is { } known
        ? new(known is IAuditBatchSink)
        : CallAsync(static (sink, _) => new ValueTask<bool>(sink is IAuditBatchSink));

    /// <summary>Sends entries in their order, several in one step; returns when the target has acknowledged them.
    /// </summary>
    /// <exception cref="TargetRefusedException">The target refuses one of them for good, and has recorded none.
    /// </exception>
    /// <exception cref="TargetAwayException">The target did not acknowledge them; it may have recorded them.
    /// </exception>
    internal async ValueTask SendAsync(IReadOnlyList<AuditEntry> entries) => await CallAsync(async (sink, token) =>
    {
        if (entries.Count > 1) await ((IAuditBatchSink)sink).EmitBatchAsync(entries, token).ConfigureAwait(false);
        else await sink.EmitAsync(entries[0], token).ConfigureAwait(false);
        return true;
    }).ConfigureAwait(false);

    /// <summary>Asks the target whether it works.</summary>
    /// <exception cref="TargetAwayException">It does not.</exception>
    internal async ValueTask CheckAsync() => await CallAsync(static async (sink, token) =>
    {
        if (sink is IHealthCheckable target) await target.CheckHealthAsync(token).ConfigureAwait(false);
        return true;
    }).ConfigureAwait(false);

    async ValueTask<T> CallAsync<T>(Func<IAuditSink, CancellationToken, ValueTask<T>> call)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
            var running = Task.Run(() => OpenAndCallAsync(call, patience.Token), CancellationToken.None);
            try
            {
                // A target that heeds no token is left to itself: what it does later is stored once all the same.
                var result = await running.WaitAsync(options.TargetTimeout, time, _ended.Token).ConfigureAwait(false);
                NoteSuccess();
                return result;
            }
            catch (Exception e) when (e is TimeoutException or OperationCanceledException && !running.IsCompleted)
            {
                _ = running.ContinueWith(
                    static abandoned => abandoned.Exception, CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                await patience.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new TargetRefusedException(e);
        }
        catch (Exception e)
        {
            throw NoteFailure(e);
        }
    }

    async Task<T> OpenAndCallAsync<T>(
        Func<IAuditSink, CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken) =>
        await call(await OpenAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    async ValueTask<IAuditSink> OpenAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _sink) is { } known) return known;
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_sink is not { } sink)
            {
                sink = await OpenNewAsync(cancellationToken).ConfigureAwait(false);
                Volatile.Write(ref _sink, sink);
            }
            return sink;
        }
        finally
        {
            _opening.Release();
        }
    }

    async ValueTask<IAuditSink> OpenNewAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await options.Target.OpenAsync(Tenant, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            // That the target cannot be opened says nothing against an entry.
            throw new TargetAwayException(Describe(e), e);
        }
    }

    static bool IsRefusal(Exception e) => e is ArgumentException
        or StorageException { Kind: StorageErrorKind.Conflict or StorageErrorKind.Serialization, IsTransient: false };

    void NoteSuccess()
    {
        lock (_lock)
        {
            if (_failure is null) return;
            _failure = null;
            _backoff.Reset();
        }
        OutboxLog.Back(logger, options.Target.Driver, Tenant);
    }

    TargetAwayException NoteFailure(Exception e)
    {
        var reason = e is TargetAwayException ? e.Message : Describe(e);
        bool isNew;
        lock (_lock)
        {
            isNew = _failure is null;
            _failure = reason;
            _dueAt = time.GetUtcNow() + _backoff.Next();
        }
        if (isNew && !_ended.IsCancellationRequested) OutboxLog.Away(logger, options.Target.Driver, Tenant, reason);
        return e as TargetAwayException ?? new TargetAwayException(reason, e);
    }

    // Only a StorageException promises that its message holds no secret.
    string Describe(Exception e) => e switch
    {
        StorageException => e.Message,
        TimeoutException or OperationCanceledException =>
            $"no answer within target_timeout ({options.TargetTimeout:c})",
        _ => $"the driver threw {e.GetType()}",
    };

    /// <summary>Ends what is running; what comes later ends at once.</summary>
    internal Task EndCallsAsync() => _ended.CancelAsync();

    /// <summary>Ends what is running, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndCallsAsync().ConfigureAwait(false);
        if (_sink is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync().ConfigureAwait(false);
        else (_sink as IDisposable)?.Dispose();
    }
}
