namespace StorageKit.Conformance.Histories;

/// <summary>One sequential user of a store: one operation at a time. Not thread-safe; take one for each concurrent
/// user.</summary>
public sealed class RecordingCaller
{
    readonly HistoryRecorder _recorder;

    internal RecordingCaller(HistoryRecorder recorder)
    {
        _recorder = recorder;
        Id = recorder.NextCaller();
    }

    /// <summary>The number in the history. It changes after an unknown outcome, because that operation never ends and a
    /// caller has one operation at a time.</summary>
    public int Id { get; private set; }

    /// <summary>Runs and records an operation. What it throws is recorded, not thrown: see
    /// <see cref="Operation.Outcome"/> and <see cref="Operation.Error"/> of the answer.</summary>
    /// <param name="kind">What is called.</param>
    /// <param name="key">The key, session or agent.</param>
    /// <param name="argument">The amount, value or entry id.</param>
    /// <param name="operation">The call; its answer is the result.</param>
    public async ValueTask<Operation> RecordAsync(
        OperationKind kind, string key, OperationValue argument, Func<ValueTask<OperationValue>> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var open = Begin(kind, key, argument);
        try
        {
            return open.End(await operation().ConfigureAwait(false));
        }
#pragma warning disable CA1031 // every exception is an outcome; the recorder's classifier says which
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return open.End(exception);
        }
    }

    /// <summary>Runs and records an operation that has no result.</summary>
    /// <inheritdoc cref="RecordAsync(OperationKind, string, OperationValue, Func{ValueTask{OperationValue}})"/>
    public ValueTask<Operation> RecordAsync(
        OperationKind kind, string key, OperationValue argument, Func<ValueTask> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return RecordAsync(kind, key, argument, Run);

        async ValueTask<OperationValue> Run()
        {
            await operation().ConfigureAwait(false);
            return OperationValue.None;
        }
    }

    /// <summary>Starts the clock of an operation; call <c>End</c> of the answer right after the call. One that is never
    /// ended stays in the history with an unknown outcome.</summary>
    /// <param name="kind">What is called.</param>
    /// <param name="key">The key, session or agent.</param>
    /// <param name="argument">The amount, value or entry id.</param>
    public OpenOperation Begin(OperationKind kind, string key, OperationValue argument = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var open = new OpenOperation(this, kind, key, argument);
        _recorder.Add(open);
        open.Start();
        return open;
    }

    internal Outcome Classify(Exception exception) => _recorder.Classify(exception);

    internal void Retire() => Id = _recorder.NextCaller();
}
