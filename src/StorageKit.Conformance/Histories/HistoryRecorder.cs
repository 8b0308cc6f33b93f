using System.Collections.Concurrent;
using System.Diagnostics;

namespace StorageKit.Conformance.Histories;

/// <summary>
/// Collects what concurrent callers do. Thread-safe: each concurrent user takes a <see cref="RecordingCaller"/> of its
/// own; all bookkeeping is outside of the timed interval.
/// </summary>
/// <param name="header">What is needed to run it again.</param>
/// <param name="classify">The outcome that an exception means; null for <see cref="DefaultOutcome"/>. When in doubt it
/// must answer <see cref="Outcome.Unknown"/>: a wrong "no effect" makes a correct driver look broken.</param>
public sealed class HistoryRecorder(HistoryHeader header, Func<Exception, Outcome>? classify = null)
{
    readonly ConcurrentQueue<OpenOperation> _operations = new();
    readonly ConcurrentQueue<Func<FaultBand>> _faults = new();
    readonly Func<Exception, Outcome> _classify = classify ?? DefaultOutcome;
    int _lastCaller;

    /// <summary>A new caller, numbered from 1.</summary>
    public RecordingCaller AddCaller() => new(this);

    /// <summary>Marks a fault from now until the answer is disposed.</summary>
    /// <param name="name">What is wrong, for example <c>black hole</c>; no secret, it stands in reports.</param>
    /// <example><code>
    /// using (recorder.Fault("black hole")) { … }
    /// </code></example>
    public IDisposable Fault(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var fault = new OpenFault(name);
        _faults.Enqueue(fault.ToBand);
        return fault;
    }

    /// <summary>Marks a moment, such as a jump of a clock or a killed process.</summary>
    /// <param name="name">What happened, for example <c>wall clock +1 h</c>; no secret, it stands in reports.</param>
    public void Moment(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var now = Stopwatch.GetTimestamp();
        var moment = new FaultBand(name, now, now);
        _faults.Enqueue(() => moment);
    }

    /// <summary><see cref="ArgumentException"/> is a definite failure; everything else, cancellation and time-outs
    /// above all, leaves the effect unknown.</summary>
    public static Outcome DefaultOutcome(Exception exception) =>
        exception is ArgumentException ? Outcome.Failed : Outcome.Unknown;

    /// <summary>What was recorded so far. An operation that has not ended yet is in it with an unknown outcome, because
    /// it may have taken effect.</summary>
    public History ToHistory() => new(
        header, _operations.Select(o => o.ToOperation()).OfType<Operation>(), _faults.Select(band => band()));

    internal int NextCaller() => Interlocked.Increment(ref _lastCaller);

    internal void Add(OpenOperation operation) => _operations.Enqueue(operation);

    internal Outcome Classify(Exception exception)
    {
        var outcome = _classify(exception);
        return outcome != Outcome.Ok ? outcome : throw new InvalidOperationException(
            $"The recorder's classifier called {exception.GetType().Name} Ok; an exception is Failed or Unknown.");
    }
}
