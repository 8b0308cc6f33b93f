using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace StorageKit.Sqlite;

/// <summary>The outbox of one <c>[storage.outbox]</c> section: its file, its drainer, and the target's stores of all
/// tenants. Thread-safe.</summary>
/// <remarks>Several instances and processes may open one file.</remarks>
[StorageResource]
public sealed class Outbox : IAsyncDisposable
{
    readonly ConcurrentDictionary<TenantId, OutboxTarget> _targets = new();
    readonly ConcurrentDictionary<TenantId, EmitQueue> _queues = new();
    readonly OutboxOptions _options;
    readonly OutboxFile _file;
    readonly TimeProvider _time;
    readonly ILogger _logger;
    readonly Drainer _drainer;
    int _isDisposed;

    Outbox(OutboxOptions options, OutboxFile file, TimeProvider time, ILogger logger)
    {
        _options = options;
        _file = file;
        _time = time;
        _logger = logger;
        _drainer = new(file, options, TargetOf, time, logger);
    }

    /// <summary>Opens the file, creates it when it is not there, and begins to send what waits in it; what the target
    /// refused before is tried again. The target need not be there.</summary>
    /// <param name="options">Where the file is, and what the entries are for.</param>
    /// <param name="time">The clock of time-outs and pauses.</param>
    /// <param name="logger">Hears when the target goes and comes back, and of what is set aside.</param>
    /// <param name="cancellationToken">Looked at before the opening, and after the file was opened.</param>
    /// <exception cref="StorageException">An option is out of its range, or the file cannot be opened, is no outbox, or
    /// has a newer schema; the message says what to do.</exception>
    public static async ValueTask<Outbox> OpenAsync(
        OutboxOptions options, TimeProvider time, ILogger<Outbox> logger,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        options.CheckRanges();
        // Throws: there will never be a target to send to.
        if (!options.Target.IsLinked)
            await options.Target.OpenAsync(TenantId.System, cancellationToken).ConfigureAwait(false);
        // SQLite blocks while it waits for another process's lock.
        var file = await Task
            .Factory.StartNew(
                () => OutboxFile.Open(options, time), cancellationToken, TaskCreationOptions.LongRunning,
                TaskScheduler.Default)
            .ConfigureAwait(false);
        try
        {
            var again = await file.TakeUpAsync(cancellationToken).ConfigureAwait(false);
            if (again > 0) OutboxLog.TakenUp(logger, again, file.Name);
            var outbox = new Outbox(options, file, time, logger);
            outbox._drainer.Start();
            return outbox;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    OutboxTarget TargetOf(TenantId tenant) =>
        _targets.GetOrAdd(tenant, id => new(_options, id, _time, _logger));

    internal EmitQueue QueueOf(TenantId tenant) =>
        _queues.GetOrAdd(tenant, id => new(_file, TargetOf(id), _drainer.Wake, _logger));

    internal async ValueTask CheckHealthAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var target = TargetOf(tenant);
        var failure = target.Failure;
        try
        {
            await target.CheckAsync().ConfigureAwait(false);
            // It answers, so what waits need not wait for the next try.
            _drainer.Wake();
        }
        catch (TargetAwayException e)
        {
            failure = e.Message;
        }
        var state = await _file.StateAsync(cancellationToken).ConfigureAwait(false);
        if (failure is not null) throw Unhealthy(state, $"the target \"{_options.Target.Driver}\" is away: {failure}");
        if (state.Aside > 0)
            throw Unhealthy(
                state,
                $"the target \"{_options.Target.Driver}\" refused entries, or rows cannot be decoded (the log says "
                + "which and why); mend the cause, then open the outbox again");
    }

    StorageException Unhealthy(OutboxState state, string why) => new(
        StorageErrorKind.Backend,
        $"the outbox \"{_file.Name}\" holds of {_options.Capacity} entries {state.Describe(_time.GetUtcNow())}; {why}",
        isTransient: true);

    /// <summary>Ends the outbox: new calls are refused, queued ones are recorded, at the target or in the file; what
    /// waits stays there, for the next opening. Lasts no longer than a few of the options' time-outs. May be called
    /// again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        await Task.WhenAll(_queues.Values.Select(queue => queue.CloseAsync())).ConfigureAwait(false);
        var stopping = _drainer.StopAsync().AsTask();
        foreach (var target in _targets.Values) await target.EndCallsAsync().ConfigureAwait(false);
        await stopping.ConfigureAwait(false);
        foreach (var target in _targets.Values) await target.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }
}
