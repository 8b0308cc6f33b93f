using System.Diagnostics;

namespace StorageKit.Conformance.Histories;

/// <summary>An operation whose clock runs. End it once, on the caller that began it.</summary>
public sealed class OpenOperation
{
    readonly RecordingCaller _caller;
    readonly Operation _begun;
    long _call; // 0 until the clock was started
    Operation? _ended;

    internal OpenOperation(RecordingCaller caller, OperationKind kind, string key, OperationValue argument)
    {
        _caller = caller;
        _begun = new Operation
        {
            Id = 0, // numbered by the history
            Caller = caller.Id,
            Kind = kind,
            Key = key,
            Argument = argument,
            Call = 0,
            Return = Operation.Never,
            Outcome = Outcome.Unknown,
        };
    }

    /// <summary>The operation returned.</summary>
    /// <param name="result">What came back.</param>
    /// <returns>The operation as recorded; its id is given by the history.</returns>
    public Operation End(OperationValue result)
    {
        var now = Now();
        return Complete(_begun with { Call = _call, Return = now, Outcome = Outcome.Ok, Result = result });
    }

    /// <summary>The operation threw.</summary>
    /// <param name="exception">What it threw; the recorder's classifier says what it means.</param>
    /// <returns>The operation as recorded; its id is given by the history.</returns>
    public Operation End(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var now = Now();
        var outcome = _caller.Classify(exception);
        var ended = Complete(_begun with
        {
            Call = _call,
            Return = outcome == Outcome.Unknown ? Operation.Never : now,
            Outcome = outcome,
            Error = $"{exception.GetType().Name}: {exception.Message}",
        });
        if (outcome == Outcome.Unknown) _caller.Retire();
        return ended;
    }

    internal void Start() => Volatile.Write(ref _call, Now());

    /// <summary>Null when the clock was not started yet: the call cannot have had an effect.</summary>
    internal Operation? ToOperation()
    {
        if (Volatile.Read(ref _ended) is { } ended) return ended;
        return Volatile.Read(ref _call) is var call && call == 0 ? null : _begun with { Call = call };
    }

    Operation Complete(Operation ended) => Interlocked.CompareExchange(ref _ended, ended, null) is null
        ? ended
        : throw new InvalidOperationException($"This {_begun.Kind} was ended before; end an operation once.");

    // Full fences keep the measured call's reads and writes between its two time stamps.
    static long Now()
    {
        Interlocked.MemoryBarrier();
        var now = Stopwatch.GetTimestamp();
        Interlocked.MemoryBarrier();
        return now;
    }
}
