namespace StorageKit.Redis;

/// <summary>Sends commands to a server: all that the stores ask of a Redis client. Implement it to use another client
/// (a cluster-aware one, say) with <see cref="RedisServer.Over"/>.</summary>
/// <remarks>Safe for any number of concurrent callers. Each caller is given the reply to his own command, whatever
/// happens to the calls around it.</remarks>
public interface IRedisConnection : IAsyncDisposable
{
    /// <summary>Sends one command, at most once, and returns its reply.</summary>
    /// <param name="command">Its name and arguments, as bytes; they may not change before the reply is there.</param>
    /// <param name="cancellationToken">Ends the waiting; the command may or may not be carried out.</param>
    /// <returns>The reply; an error that the server answers with is a reply, too.</returns>
    /// <exception cref="ArgumentException">An argument is longer than Redis takes; nothing was sent.</exception>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Backend"/> when the server cannot be reached or
    /// the connection was lost, <see cref="StorageErrorKind.Timeout"/> when it does not answer,
    /// <see cref="StorageErrorKind.Unauthorized"/> when it refuses the login. No message holds an argument.</exception>
    /// <exception cref="ObjectDisposedException">The connection is disposed.</exception>
    ValueTask<RedisReply> SendAsync(
        ReadOnlyMemory<byte>[] command, CancellationToken cancellationToken = default);
}
