using System.Threading.Tasks.Sources;

namespace StorageKit.Redis;

/// <summary>Wakes the loop that writes to a connection, without allocating. One waits, one wakes, in turns.</summary>
internal sealed class WriteSignal : IValueTaskSource, IThreadPoolWorkItem
{
    ManualResetValueTaskSourceCore<bool> _waiting;

    /// <summary>Before the loop says that it waits.</summary>
    internal void Reset() => _waiting.Reset();

    internal ValueTask WaitAsync() => new(this, _waiting.Version);

    /// <summary>The loop goes on on this thread.</summary>
    internal void Wake() => _waiting.SetResult(true);

    /// <summary>The loop goes on on the pool.</summary>
    internal void WakeSoon() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    void IThreadPoolWorkItem.Execute() => Wake();

    void IValueTaskSource.GetResult(short token) => _waiting.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _waiting.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _waiting.OnCompleted(continuation, state, token, flags);
}
