using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>The server of one <c>[storage.redis]</c> section, shared by the stores of all tenants. Thread-safe.
/// </summary>
/// <remarks>One connection carries the commands of all callers, many at a time. After a fault the next call opens
/// another one; a command is never sent twice, because a counter would count twice.</remarks>
[StorageResource]
public sealed class RedisServer : IAsyncDisposable
{
    volatile RedisPersistence _persistence = RedisPersistence.Unknown;
    volatile bool _isDisposed;
    readonly HealthProbe _health;

    RedisServer(RedisOptions options, IRedisConnection connection, ILogger logger)
    {
        Options = options;
        Connection = connection;
        Logger = logger;
        _health = new(
            LookAsync, options.ConnectTimeout + options.OperationTimeout,
            string.Create(
                CultureInfo.InvariantCulture,
                $"look at whether redis at {options.Host}:{options.Port} runs and is reached (connect_timeout, "
                + $"operation_timeout)"));
    }

    /// <summary>What the server promised of acknowledged writes when it was last looked at: at the opening, and at each
    /// health check.</summary>
    public RedisPersistence Persistence => _persistence;

    internal RedisOptions Options { get; }

    internal IRedisConnection Connection { get; }

    internal ILogger Logger { get; }

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    /// <summary>Connects to the server that the options name.</summary>
    /// <param name="options">Where it is, and how to log in.</param>
    /// <param name="logger">Hears what the server promises of acknowledged writes.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StorageException">An option is out of its range, or the server cannot be reached or refuses the
    /// login; the message says what to do.</exception>
    public static async ValueTask<RedisServer> OpenAsync(
        RedisOptions options, ILogger<RedisServer> logger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logger);
        OptionRanges.Check(options);
        var server = new RedisServer(options, new RedisConnection(options), logger);
        try
        {
            await server.AskAsync(cancellationToken).ConfigureAwait(false);
            RedisLog.Connected(logger, options.Host, options.Port, server.Persistence);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The same stores over another client: <c>new RedisSessionStore(RedisServer.Over(client), tenant)</c>.
    /// </summary>
    /// <param name="connection">The client; it is disposed with the result. Of the options it has to see to those about
    /// connecting itself.</param>
    /// <param name="options">The key prefix and what expires; the defaults when left out.</param>
    /// <param name="logger">Hears of changes at the server; nobody when left out.</param>
    /// <exception cref="StorageException">An option is out of its range.</exception>
    public static RedisServer Over(IRedisConnection connection, RedisOptions? options = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        options ??= new();
        OptionRanges.Check(options);
        return new(options, connection, logger ?? NullLogger.Instance);
    }

    /// <summary>Sends a command. <paramref name="what"/> is what its key holds, as errors name it.</summary>
    /// <exception cref="StorageException">As <see cref="IRedisConnection.SendAsync"/>, or the server answered with an
    /// error.</exception>
    internal async ValueTask<RedisReply> SendAsync(
        ReadOnlyMemory<byte>[] command, string what, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return Accepted(await Connection.SendAsync(command, cancellationToken).ConfigureAwait(false), what);
    }

    /// <summary>Runs a script, with the same errors.</summary>
    internal async ValueTask<RedisReply> RunAsync(
        RedisScript script, byte[] key, string what, CancellationToken cancellationToken,
        params ReadOnlyMemory<byte>[] arguments)
    {
        ThrowIfDisposed();
        return Accepted(
            await script.RunAsync(Connection, key, arguments, cancellationToken).ConfigureAwait(false), what);
    }

    /// <summary>Asks whether the server answers, and what it promises.</summary>
    internal ValueTask CheckAsync(CancellationToken cancellationToken) => _health.CheckAsync(cancellationToken);

    async ValueTask LookAsync(CancellationToken cancellationToken)
    {
        var before = _persistence;
        await AskAsync(cancellationToken).ConfigureAwait(false);
        if (_persistence != before && before != RedisPersistence.Unknown)
            RedisLog.Changed(Logger, Options.Host, Options.Port, _persistence);
    }

    async ValueTask AskAsync(CancellationToken cancellationToken)
    {
        await SendAsync(["PING"u8.ToArray()], "the server", cancellationToken).ConfigureAwait(false);
        _persistence = await RedisPersistence.ReadAsync(Connection, cancellationToken).ConfigureAwait(false);
    }

    internal static RedisReply Accepted(RedisReply reply, string what) => reply.Kind == RedisReplyKind.Error
        ? throw RedisFailure.Refused(reply.ErrorCode, what)
        : reply;

    /// <summary>Closes the connection; calls in flight end with an <see cref="ObjectDisposedException"/>. May be called
    /// again.</summary>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return Connection.DisposeAsync();
    }
}
