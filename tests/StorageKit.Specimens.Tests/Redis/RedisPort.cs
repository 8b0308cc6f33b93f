using System.Text;
using StorageKit.Redis;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>The reference's connection: whatever the server says is one error, <c>Backend</c>.</summary>
internal sealed class RedisPort(RedisPortOptions options) : IAsyncDisposable
{
    readonly RedisConnection _connection = new(new RedisOptions { Host = options.Host, Port = options.Port });

    /// <summary>Seconds that a session is kept; the reference's is a constant of 3,600.</summary>
    internal long SessionSeconds => (long)options.SessionTtl.TotalSeconds;

    internal async ValueTask<RedisReply> AskAsync(CancellationToken cancellationToken, params object[] words)
    {
        var reply = await _connection.SendAsync(Array.ConvertAll(words, Bytes), cancellationToken);
        return reply.Kind == RedisReplyKind.Error
            ? throw new StorageException(StorageErrorKind.Backend, Encoding.UTF8.GetString(reply.Text.Span))
            : reply;
    }

    static ReadOnlyMemory<byte> Bytes(object word) => word switch
    {
        byte[] bytes => bytes,
        IFormattable number => Encoding.UTF8.GetBytes(number.ToString(null, null)),
        _ => Encoding.UTF8.GetBytes((string)word),
    };

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
