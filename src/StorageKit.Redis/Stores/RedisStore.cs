namespace StorageKit.Redis;

/// <summary>What every store of the driver "redis" has in common: the server, a health check and an end. Disposing one
/// store leaves the data and the other stores as they are.</summary>
/// <remarks>Arguments are checked first, then whether the store is disposed, then cancellation; all before anything is
/// sent. A call that is cancelled later, or fails with a transient error, may or may not have been carried out.
/// Time is the server's.</remarks>
public abstract partial class RedisStore : IHealthCheckable, IDisposable
{
    volatile bool _isDisposed;

    private protected RedisStore(RedisServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        Server = server;
    }

    /// <summary>The server, which says what it promises of acknowledged writes.</summary>
    public RedisServer Server { get; }

    private protected RedisOptions Options => Server.Options;

    /// <summary>Returns when the server answered; what it promises is in <see cref="RedisServer.Persistence"/> then.
    /// </summary>
    /// <exception cref="StorageException">It cannot be reached, or did not answer within <c>connect_timeout</c> and
    /// <c>operation_timeout</c> together.</exception>
    public ValueTask CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return Server.CheckAsync(cancellationToken);
    }

    /// <summary>Ends this store. May be called again.</summary>
    public void Dispose() => _isDisposed = true;

    private protected void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    private protected RedisKeys Keys(string kind, TenantId tenant) => new(Options.KeyPrefix, kind, tenant);

    private protected ValueTask<RedisReply> SendAsync(
        string what, CancellationToken cancellationToken, params ReadOnlyMemory<byte>[] command)
    {
        ThrowIfDisposed();
        return Server.SendAsync(command, what, cancellationToken);
    }

    private protected ValueTask<RedisReply> RunAsync(
        RedisScript script, byte[] key, string what, CancellationToken cancellationToken,
        params ReadOnlyMemory<byte>[] arguments)
    {
        ThrowIfDisposed();
        return Server.RunAsync(script, key, what, cancellationToken, arguments);
    }
}
