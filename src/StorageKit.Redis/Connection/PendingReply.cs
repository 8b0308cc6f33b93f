using System.Threading.Tasks.Sources;

namespace StorageKit.Redis;

/// <summary>A command that was sent and is not answered yet. Cancelling ends the caller's waiting; the place in the
/// queue stays, so that the answer is still taken off the wire and no other caller is given it.</summary>
/// <remarks>Two hold it: the caller until he has the result, and the link until the answer came. Whoever lets go last
/// gives it back to the pool; so a reply never reaches the next caller who is given the same object.</remarks>
internal sealed class PendingReply : IValueTaskSource<RedisReply>, IThreadPoolWorkItem
{
    const int Holders = 2;

    static readonly CallPool<PendingReply> s_pool = new();

    ManualResetValueTaskSourceCore<RedisReply> _caller;
    CancellationToken _cancellationToken;
    CancellationTokenRegistration _registration;
    RedisReply _reply;
    Exception? _failure;
    int _holders;
    int _hasEnded;

    internal static PendingReply Start(CancellationToken cancellationToken)
    {
        var pending = s_pool.Rent();
        pending._holders = Holders;
        pending._hasEnded = 0;
        pending.SentAt = Environment.TickCount64;
        pending._cancellationToken = cancellationToken;
        pending._registration = cancellationToken.UnsafeRegister(
            static state => ((PendingReply)state!).Cancel(), pending);
        return pending;
    }

    /// <summary>What the caller waits for, once.</summary>
    internal ValueTask<RedisReply> Reply => new(this, _caller.Version);

    /// <summary>When it was sent, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    internal long SentAt { get; private set; }

    /// <summary>It was never sent. It is not used again: the token may be ending it at this moment.</summary>
    internal void Abandon() => _registration.Dispose();

    internal void Answer(RedisReply reply) => End(reply, null);

    internal void Fail(Exception failure) => End(default, failure);

    void End(RedisReply reply, Exception? failure)
    {
        TryEnd(reply, failure);
        LetGo();
    }

    void Cancel() => TryEnd(default, new OperationCanceledException(_cancellationToken));

    void TryEnd(RedisReply reply, Exception? failure)
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) != 0) return;
        _reply = reply;
        _failure = failure;
        // The caller goes on on the pool: what he does next must not hold up the replies of the others.
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) == 0) s_pool.Return(this);
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (_failure is { } failure) _caller.SetException(failure);
        else _caller.SetResult(_reply);
    }

    RedisReply IValueTaskSource<RedisReply>.GetResult(short token)
    {
        if (token != _caller.Version) throw new InvalidOperationException("A reply is awaited once.");
        try
        {
            return _caller.GetResult(token);
        }
        finally
        {
            // Waits for a cancellation that is under way: it must not meet the next caller.
            _registration.Dispose();
            (_registration, _reply, _failure) = (default, default, null);
            _caller.Reset();
            LetGo();
        }
    }

    ValueTaskSourceStatus IValueTaskSource<RedisReply>.GetStatus(short token) => _caller.GetStatus(token);

    void IValueTaskSource<RedisReply>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _caller.OnCompleted(continuation, state, token, flags);
}
