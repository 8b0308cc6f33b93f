using System.Buffers;
using System.Net.Sockets;

namespace StorageKit.Redis;

/// <summary>One connection to the server, from its opening to its first fault. Commands of all callers are written in
/// the order of one queue, many at a time, and their replies are matched to the queue in order. Thread-safe.</summary>
internal sealed class RedisLink : IDisposable
{
    // The increments of 10,000 callers are 2 MB.
    const int LargestKeptBuffer = 4 * 1024 * 1024;

    readonly Lock _lock = new();
    readonly Queue<PendingReply> _inFlight = new();
    readonly Stream _stream;
    readonly Socket? _idle;
    readonly RespReader _reader;
    readonly string _server;
    readonly TimeSpan _operationTimeout;
    readonly ITimer _watchdog;
    ArrayBufferWriter<byte> _filling = new();
    ArrayBufferWriter<byte> _sending = new();
    readonly WriteSignal _signal = new();
    // The loop begins as one that writes, and finds nothing.
    bool _isSending = true;
    bool _isOver;

    internal RedisLink(Stream stream, Socket? idle, string server, TimeSpan operationTimeout)
    {
        _stream = stream;
        _idle = idle;
        _server = server;
        _operationTimeout = operationTimeout;
        _reader = new(stream);
        // An eighth of the time-out is how late it may be noticed.
        var period = TimeSpan.FromMilliseconds(Math.Clamp(operationTimeout.TotalMilliseconds / 8, 1, 60_000));
        // Neither loop belongs to the caller who happens to open the connection.
        using (ExecutionContext.SuppressFlow())
        {
            _watchdog = TimeProvider.System.CreateTimer(
                static link => ((RedisLink)link!).Watch(), this, period, period);
            _ = Task.Run(ReceiveAsync);
            _ = Task.Run(SendAsync);
        }
    }

    internal bool IsOver => Volatile.Read(ref _isOver);

    /// <summary>Queues a command.</summary>
    /// <returns>False when the link is over; nothing was sent then.</returns>
    internal bool TrySend(
        ReadOnlyMemory<byte>[] command, CancellationToken cancellationToken, out ValueTask<RedisReply> reply)
    {
        if (WasClosedWhileIdle()) Break(() => RedisFailure.Lost(_server));
        var pending = PendingReply.Start(cancellationToken);
        reply = pending.Reply;
        bool isFirst;
        lock (_lock)
        {
            if (_isOver)
            {
                pending.Abandon();
                return false;
            }
            isFirst = _inFlight.Count == 0;
            RespWriter.Write(_filling, command);
            _inFlight.Enqueue(pending);
            if (_isSending) return true;
            _isSending = true;
        }
        // A single caller writes himself, which is soonest. Behind others the write can wait for more to join it.
        if (isFirst) _signal.Wake();
        else _signal.WakeSoon();
        return true;
    }

    // Nothing is to be read while nothing was asked, unless it is the end: then the command need not be lost with it.
    bool WasClosedWhileIdle()
    {
        lock (_lock)
        {
            if (_idle is null || _isOver || _inFlight.Count > 0) return false;
            try
            {
                return _idle.Poll(0, SelectMode.SelectRead);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return true;
            }
        }
    }

    // One write carries the commands of all who came since the last one. What came while the loop wrote goes out on the
    // pool, so that the caller who woke it is not kept writing for others.
    async Task SendAsync()
    {
        try
        {
            while (true)
            {
                while (!TrySwap()) await _signal.WaitAsync().ConfigureAwait(false);
                if (IsOver) return;
                await _stream.WriteAsync(_sending.WrittenMemory).ConfigureAwait(false);
                if (_sending.Capacity > LargestKeptBuffer) _sending = new();
                else _sending.ResetWrittenCount();
                if (_filling.WrittenCount > 0)
                    await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            Break(() => RedisFailure.Lost(_server));
        }
    }

    // False when there is nothing to write: the next caller wakes the loop.
    bool TrySwap()
    {
        lock (_lock)
        {
            if (_isOver) return true;
            if (_filling.WrittenCount == 0)
            {
                _signal.Reset();
                _isSending = false;
                return false;
            }
            (_filling, _sending) = (_sending, _filling);
            return true;
        }
    }

    async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                if (!_reader.TryReadInteger(out var reply))
                    reply = await _reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
                PendingReply? pending;
                lock (_lock) _inFlight.TryDequeue(out pending);
                if (pending is null) throw new InvalidDataException("there is a reply that nobody asked for");
                pending.Answer(reply);
            }
        }
        catch (InvalidDataException e)
        {
            Break(() => RedisFailure.NotRedis(_server, e.Message));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            Break(() => RedisFailure.Lost(_server));
        }
    }

    // Replies come in order: when the oldest command waits too long, all behind it do.
    void Watch()
    {
        lock (_lock)
        {
            if (!_inFlight.TryPeek(out var oldest)) return;
            if (Environment.TickCount64 - oldest.SentAt < _operationTimeout.TotalMilliseconds) return;
        }
        Break(() => RedisFailure.Silent(_server, _operationTimeout));
    }

    void Break(Func<Exception> failure)
    {
        if (End(failure)) RedisTelemetry.Driver.ConnectionLost();
    }

    /// <summary>Ends the link: every command in flight fails, each with an exception of its own.</summary>
    /// <returns>False when it was over before.</returns>
    bool End(Func<Exception> failure)
    {
        PendingReply[] unanswered;
        lock (_lock)
        {
            if (_isOver) return false;
            _isOver = true;
            unanswered = [.. _inFlight];
            _inFlight.Clear();
        }
        _watchdog.Dispose();
        _stream.Dispose();
        foreach (var pending in unanswered) pending.Fail(failure());
        return true;
    }

    public void Dispose() => End(static () => new ObjectDisposedException(nameof(RedisConnection)));
}
