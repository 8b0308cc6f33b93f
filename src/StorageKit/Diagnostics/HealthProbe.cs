using System.Globalization;
using System.Runtime.ExceptionServices;

namespace StorageKit.Diagnostics;

/// <summary>Asks a backend how it is, within a time limit and once at a time, so that a backend that hangs holds up
/// neither its callers nor more than one question. What drivers implement <see cref="IHealthCheckable"/> with, one for
/// each backend. Thread-safe.</summary>
/// <remarks>Who asks while the question is under way shares its answer: several callers cost as much as one.</remarks>
public sealed class HealthProbe
{
    readonly Lock _lock = new();
    readonly Func<CancellationToken, ValueTask> _ask;
    readonly TimeSpan _limit;
    readonly string _silence;
    Task<Exception?>? _underWay;

    /// <summary>A probe.</summary>
    /// <param name="ask">Asks; throws what <see cref="IHealthCheckable.CheckHealthAsync"/> may throw. Its token is
    /// cancelled at the time limit; when it goes on nevertheless, it is not asked again before it has ended. Runs on
    /// the thread pool.</param>
    /// <param name="limit">How long a caller waits; longer than zero.</param>
    /// <param name="silence">The message's end when no answer comes within it: what to look at.</param>
    public HealthProbe(Func<CancellationToken, ValueTask> ask, TimeSpan limit, string silence)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentException.ThrowIfNullOrEmpty(silence);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        (_ask, _limit, _silence) = (ask, limit, silence);
    }

    /// <summary>Returns when the backend answered.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Timeout"/>: it did not within the limit; or what
    /// it answered with.</exception>
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Exception? failure;
        try
        {
            // Real time, whatever clock the driver was given: somebody waits for the answer.
            failure = await UnderWay().WaitAsync(_limit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            failure = NoAnswer();
        }
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    Task<Exception?> UnderWay()
    {
        lock (_lock)
        {
            if (_underWay is { IsCompleted: false }) return _underWay;
            var answer = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
            // Unsafe: it belongs to nobody who waits, neither to his activity nor to his culture.
            ThreadPool.UnsafeQueueUserWorkItem(
                static asked => _ = asked.Probe.AskAsync(asked.Answer), (Probe: this, Answer: answer),
                preferLocal: false);
            return _underWay = answer.Task;
        }
    }

    // What it throws is an answer: there may be nobody left who waits for it.
    async Task AskAsync(TaskCompletionSource<Exception?> answer)
    {
        using var limit = new CancellationTokenSource(_limit);
        try
        {
            await _ask(limit.Token).ConfigureAwait(false);
            answer.SetResult(null);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            answer.SetResult(NoAnswer());
        }
        catch (Exception e)
        {
            answer.SetResult(e);
        }
    }

    StorageException NoAnswer() => new(
        StorageErrorKind.Timeout,
        string.Create(
            CultureInfo.InvariantCulture,
            $"no answer to the health check within {_limit.TotalSeconds:0.###} s; {_silence}"));
}
