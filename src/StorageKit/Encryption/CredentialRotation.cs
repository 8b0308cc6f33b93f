using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace StorageKit;

/// <summary>Seals a tenant's secrets again in the background that are not sealed with the active key: in small batches,
/// at most half of the time, until none is left; again when a host gets other keys. It keeps no state: interrupted, it
/// goes on at the next start, and several at once do no harm. Thread-safe.</summary>
/// <remarks>Begins a second after it was made. A secret that cannot be opened is left as it is and stops nobody.
/// After a failure of the backend it tries again, later and later.</remarks>
public sealed class CredentialRotation : IAsyncDisposable
{
    const int BatchSize = 32, ReportedEach = 1000;

    // Real time, whatever clock the driver was given: nothing that is stored depends on it.
    static readonly TimeSpan s_startsAfter = TimeSpan.FromSeconds(1);
    static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(10);
    static readonly TimeSpan s_firstRetry = TimeSpan.FromSeconds(1), s_lastRetry = TimeSpan.FromMinutes(5);
    static readonly TimeSpan s_longestEnd = TimeSpan.FromSeconds(5);

    readonly CancellationTokenSource _end = new();
    readonly CredentialSeal _seal;
    readonly ISealedSecrets _secrets;
    readonly ILogger _logger;
    readonly Task _running;
    int _resealed;

    CredentialRotation(CredentialSeal seal, ISealedSecrets secrets, ILogger logger)
    {
        _seal = seal;
        _secrets = secrets;
        _logger = logger;
        _running = seal.Ring is null ? Task.CompletedTask : Task.Run(RunAsync);
    }

    /// <summary>Begins; without keys there is nothing to do.</summary>
    /// <param name="seal">What seals the secrets.</param>
    /// <param name="secrets">Where they are.</param>
    /// <param name="logger">Hears what was done, which keys are not needed any more, and what could not be opened.
    /// </param>
    public static CredentialRotation Start(CredentialSeal seal, ISealedSecrets secrets, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(logger);
        return new(seal, secrets, logger);
    }

    async Task RunAsync()
    {
        var retry = s_firstRetry;
        var pause = s_startsAfter;
        try
        {
            while (true)
            {
                await Task.Delay(pause, _end.Token).ConfigureAwait(false);
                try
                {
                    var ring = _seal.Ring!;
                    var pass = await PassAsync(ring).ConfigureAwait(false);
                    if (pass.Stale == 0 && !ring.Replaced.IsCompleted)
                    {
                        Report(pass, ring);
                        await ring.Replaced.WaitAsync(_end.Token).ConfigureAwait(false);
                        _resealed = 0;
                    }
                    // Another look, because what changed meanwhile was left alone.
                    (retry, pause) = (s_firstRetry, s_startsAfter);
                }
                catch (StorageException e)
                {
                    RotationLog.Interrupted(_logger, _seal.Tenant, e.Kind.ToString(), retry.TotalSeconds);
                    pause = retry;
                    retry = retry * 2 < s_lastRetry ? retry * 2 : s_lastRetry;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The end of the store; the next start goes on.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            RotationLog.Broke(_logger, _seal.Tenant, e.GetType().Name);
        }
    }

    async Task<RotationPass> PassAsync(KeyRing ring)
    {
        var pass = new RotationPass();
        List<ResealedSecret> batch = new(BatchSize);
        var began = Stopwatch.GetTimestamp();
        await foreach (var found in _secrets.FindOthersAsync(ring.Header, _end.Token).ConfigureAwait(false))
        {
            if (!TryReseal(found, out var resealed))
            {
                pass.CountUnreadable(found.Stored.Span, ring);
                continue;
            }
            if (pass.Stale++ == 0 && _resealed == 0) RotationLog.Started(_logger, _seal.Tenant, ring.Active);
            batch.Add(new(found, resealed));
            if (batch.Count < BatchSize) continue;
            await ReplaceAsync(batch).ConfigureAwait(false);
            var took = Stopwatch.GetElapsedTime(began);
            await Task.Delay(took > s_shortestPause ? took : s_shortestPause, _end.Token).ConfigureAwait(false);
            began = Stopwatch.GetTimestamp();
        }
        if (batch.Count > 0) await ReplaceAsync(batch).ConfigureAwait(false);
        return pass;
    }

    bool TryReseal(SealedSecret found, out byte[] resealed)
    {
        try
        {
            resealed = _seal.Seal(_seal.Open(found.Stored.Span, found.Name.Span), found.Name.Span);
            return true;
        }
        catch (StorageException)
        {
            resealed = [];
            return false;
        }
    }

    async Task ReplaceAsync(List<ResealedSecret> batch)
    {
        var before = _resealed;
        _resealed += await _secrets.ReplaceAsync(batch, _end.Token).ConfigureAwait(false);
        batch.Clear();
        if (_resealed / ReportedEach > before / ReportedEach) RotationLog.Progress(_logger, _resealed, _seal.Tenant);
    }

    void Report(RotationPass pass, KeyRing ring)
    {
        var tenant = _seal.Tenant;
        if (_resealed > 0) RotationLog.Done(_logger, _resealed, tenant, ring.Active);
        foreach (var id in ring.Ids)
            if (id != ring.Active && !pass.Damaged.ContainsKey(id) && pass.Unknown == 0)
                RotationLog.KeyIsUnused(_logger, tenant, id);
        if (_seal.AllowsPlain) RotationLog.NoneIsPlain(_logger, tenant, _seal.Section);
        foreach (var (key, count) in pass.MissingKeys) RotationLog.KeyIsMissing(_logger, count, tenant, key);
        foreach (var (key, count) in pass.Damaged) RotationLog.IsDamaged(_logger, count, tenant, key);
        if (pass.Plain > 0) RotationLog.IsPlain(_logger, pass.Plain, tenant, _seal.Section);
        if (pass.Unknown > 0) RotationLog.IsUnknown(_logger, pass.Unknown, tenant);
    }

    /// <summary>Ends it: cancels what is under way and waits for it, for five seconds at most. May be called
    /// again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(_running, Task.Delay(s_longestEnd)).ConfigureAwait(false);
    }
}
