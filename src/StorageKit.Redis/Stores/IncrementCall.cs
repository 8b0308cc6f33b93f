using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace StorageKit.Redis;

/// <summary>An increment under way: what an async method would be, but taken from a pool together with the bytes of its
/// command, so that it allocates nothing.</summary>
/// <remarks>.NET's own pooling of async methods keeps one object per thread and core, too few for many callers. A call
/// that failed is not used again: after a cancellation the client may still be reading its command.</remarks>
internal sealed class IncrementCall : IValueTaskSource<ulong>
{
    const int LongestNumber = 20;

    // A pool full of long keys would be memory that nobody gets back.
    const int LargestKeptBuffer = 1024;

    static readonly CallPool<IncrementCall> s_pool = new();

    readonly ReadOnlyMemory<byte>[] _command = new ReadOnlyMemory<byte>[6];
    readonly Action _goOn;
    byte[] _bytes = new byte[128];
    IRedisConnection _connection = null!;
    RedisScript _script = null!;
    CancellationToken _cancellationToken;
    bool _isSpelled;
    ConfiguredValueTaskAwaitable<RedisReply>.ConfiguredValueTaskAwaiter _reply;
    ManualResetValueTaskSourceCore<ulong> _caller;

    /// <summary>For the pool.</summary>
    public IncrementCall() => _goOn = GoOn;

    internal static ValueTask<ulong> Start(
        RedisServer server, RedisScript script, RedisKeys keys, string key, ulong amount, TimeSpan window,
        CancellationToken cancellationToken)
    {
        server.ThrowIfDisposed();
        var call = s_pool.Rent();
        (call._connection, call._script, call._cancellationToken) = (server.Connection, script, cancellationToken);
        call._isSpelled = false;
        call.Encode(keys, key, amount, window);
        var total = new ValueTask<ulong>(call, call._caller.Version);
        call.Send();
        return total;
    }

    void Encode(RedisKeys keys, string key, ulong amount, TimeSpan window)
    {
        var length = keys.LengthOf(key);
        if (_bytes.Length < length + 2 * LongestNumber) _bytes = new byte[length + 2 * LongestNumber];
        keys.Write(key, _bytes.AsSpan(0, length));
        _script.Name(_command);
        _command[3] = _bytes.AsMemory(0, length);
        _command[4] = Number(amount, length);
        _command[5] = Number(Arguments.WholeMilliseconds(window), length + LongestNumber);
    }

    ReadOnlyMemory<byte> Number(ulong number, int at)
    {
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(at), out var digits);
        return _bytes.AsMemory(at, digits);
    }

    void Send()
    {
        _reply = _connection.SendAsync(_command, _cancellationToken).ConfigureAwait(false).GetAwaiter();
        if (_reply.IsCompleted) GoOn();
        else _reply.UnsafeOnCompleted(_goOn);
    }

    void GoOn()
    {
        ulong total;
        try
        {
            var reply = _reply.GetResult();
            if (!_isSpelled && RedisScript.IsUnknown(reply))
            {
                _isSpelled = true;
                _script.Spell(_command);
                Send();
                return;
            }
            total = RedisRateLimitCounter.Total(RedisServer.Accepted(reply, RedisRateLimitCounter.Record));
        }
        catch (Exception e)
        {
            _caller.SetException(e);
            return;
        }
        _caller.SetResult(total);
    }

    ulong IValueTaskSource<ulong>.GetResult(short token)
    {
        var total = _caller.GetResult(token);
        (_connection, _reply, _cancellationToken) = (null!, default, default);
        _caller.Reset();
        if (_bytes.Length <= LargestKeptBuffer) s_pool.Return(this);
        return total;
    }

    ValueTaskSourceStatus IValueTaskSource<ulong>.GetStatus(short token) => _caller.GetStatus(token);

    void IValueTaskSource<ulong>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _caller.OnCompleted(continuation, state, token, flags);
}
