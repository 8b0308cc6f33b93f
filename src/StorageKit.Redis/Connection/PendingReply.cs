namespace StorageKit.Redis;

/// <summary>A command that was sent and is not answered yet. Cancelling ends the caller's waiting; the place in the
/// queue stays, so that the answer is still taken off the wire and no other caller is given it.</summary>
internal sealed class PendingReply : TaskCompletionSource<RedisReply>
{
    readonly CancellationToken _cancellationToken;
    readonly CancellationTokenRegistration _registration;

    internal PendingReply(CancellationToken cancellationToken)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        _cancellationToken = cancellationToken;
        _registration = cancellationToken.UnsafeRegister(
            static state => ((PendingReply)state!).TrySetCanceled(((PendingReply)state)._cancellationToken), this);
    }

    /// <summary>When it was sent, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    internal long SentAt { get; } = Environment.TickCount64;

    /// <summary>It was never sent.</summary>
    internal void Abandon() => _registration.Dispose();

    internal void Answer(RedisReply reply)
    {
        _registration.Dispose();
        TrySetResult(reply);
    }

    internal void Fail(Exception failure)
    {
        _registration.Dispose();
        TrySetException(failure);
    }
}
