using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace StorageKit.Redis;

/// <summary>The driver's own client: one connection, shared by all callers, that is replaced after a fault by the next
/// call. Nothing is ever sent twice. Thread-safe.</summary>
internal sealed class RedisConnection : IRedisConnection
{
    const int Attempts = 3;
    const long FirstBackoff = 20;
    const long LongestBackoff = 500;

    readonly Lock _lock = new();
    readonly RedisOptions _options;
    readonly string _server;
    RedisLink? _link;
    Task<RedisLink>? _connecting;
    long _backoff;
    long _retryAt;
    bool _isDisposed;

    internal RedisConnection(RedisOptions options)
    {
        _options = options;
        _server = string.Create(CultureInfo.InvariantCulture, $"{options.Host}:{options.Port}");
    }

    public ValueTask<RedisReply> SendAsync(
        ReadOnlyMemory<byte>[] command, CancellationToken cancellationToken = default)
    {
        RespWriter.Check(command);
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<RedisReply>(cancellationToken);
        return Volatile.Read(ref _link) is { } link && link.TrySend(command, cancellationToken, out var reply)
            ? reply
            : ConnectAndSendAsync(command, cancellationToken);
    }

    async ValueTask<RedisReply> ConnectAndSendAsync(
        ReadOnlyMemory<byte>[] command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var link = await ConnectAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            // A link that is over has sent nothing of this command: another one may.
            if (link.TrySend(command, cancellationToken, out var reply)) return await reply.ConfigureAwait(false);
        }
        throw RedisFailure.Dropped(_server);
    }

    // All who wait share one attempt; it belongs to none of them, so that none can cancel it for the others.
    Task<RedisLink> ConnectAsync()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_link is { IsOver: false } link) return Task.FromResult(link);
            if (_connecting is { IsCompleted: false } running) return running;
            var wait = TimeSpan.FromMilliseconds(Math.Max(0, _retryAt - Environment.TickCount64));
            using (ExecutionContext.SuppressFlow()) _connecting = Task.Run(() => OpenAsync(wait));
            return _connecting;
        }
    }

    // After a failed attempt the next one waits a little, so that an outage is no storm of connections.
    async Task<RedisLink> OpenAsync(TimeSpan wait)
    {
        try
        {
            await Task.Delay(wait).ConfigureAwait(false);
            var link = await DialAsync().ConfigureAwait(false);
            lock (_lock)
            {
                _backoff = 0;
                _retryAt = 0;
                _link = link;
                if (!_isDisposed) return link;
            }
            link.Dispose();
            throw new ObjectDisposedException(nameof(RedisConnection));
        }
        catch (StorageException)
        {
            lock (_lock)
            {
                _backoff = Math.Clamp(_backoff * 2, FirstBackoff, LongestBackoff);
                _retryAt = Environment.TickCount64 + _backoff;
            }
            throw;
        }
    }

    async Task<RedisLink> DialAsync()
    {
        using var timeout = new CancellationTokenSource(_options.ConnectTimeout);
        RedisLink? link = null;
        try
        {
            var (stream, idle) = await RedisDialer.DialAsync(_options, timeout.Token).ConfigureAwait(false);
            link = new(stream, idle, _server, _options.OperationTimeout);
            await LogInAsync(link, timeout.Token).ConfigureAwait(false);
            return link;
        }
        catch (Exception e)
        {
            link?.Dispose();
            throw e switch
            {
                StorageException => e,
                OperationCanceledException => RedisFailure.ConnectTimedOut(_server, _options.ConnectTimeout),
                SocketException socket => RedisFailure.Unreachable(_server, socket.SocketErrorCode),
                AuthenticationException => RedisFailure.TlsRefused(_server),
                _ => RedisFailure.Lost(_server),
            };
        }
    }

    async Task LogInAsync(RedisLink link, CancellationToken cancellationToken)
    {
        if (_options.Password is { } password)
            Require(
                _options.Username is { } user
                    ? await SendAsync("AUTH", user, password).ConfigureAwait(false)
                    : await SendAsync("AUTH", password).ConfigureAwait(false),
                "AUTH");
        // The name is for CLIENT LIST; a server that does not let us have one is fine.
        await SendAsync("CLIENT", "SETNAME", "storagekit").ConfigureAwait(false);
        if (_options.Database != 0)
            Require(
                await SendAsync("SELECT", _options.Database.ToString(CultureInfo.InvariantCulture))
                    .ConfigureAwait(false),
                "SELECT");

        async Task<RedisReply> SendAsync(params string[] words) =>
            link.TrySend(
                Array.ConvertAll(words, static word => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(word)),
                cancellationToken, out var reply)
                ? await reply.ConfigureAwait(false)
                : throw RedisFailure.Lost(_server);
    }

    static void Require(RedisReply reply, string command)
    {
        if (reply.Kind != RedisReplyKind.Error) return;
        throw (command, reply.ErrorCode) switch
        {
            // "ERR" here: a password is given, and the server wants none, or has no such user.
            ("AUTH", _) => RedisFailure.Refused("WRONGPASS", command),
            ("SELECT", "ERR") => new StorageException(
                StorageErrorKind.Backend, "redis does not have the logical database that the section names",
                isTransient: false),
            var (_, code) => RedisFailure.Refused(code, command),
        };
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isDisposed = true;
        }
        _link?.Dispose();
        return default;
    }
}
