namespace StorageKit.Redis.Tests;

/// <summary>A connection on which each SCAN names each key twice, as a server does whose table shrinks.</summary>
internal sealed class RepeatingScans(IRedisConnection server) : IRedisConnection
{
    /// <summary>How many keys were named, each as often as it was.</summary>
    internal int Named { get; private set; }

    public async ValueTask<RedisReply> SendAsync(
        ReadOnlyMemory<byte>[] command, CancellationToken cancellationToken = default)
    {
        var reply = await server.SendAsync(command, cancellationToken);
        if (!command[0].Span.SequenceEqual("SCAN"u8)) return reply;
        RedisReply[] twice = [.. reply.Items[1].Items, .. reply.Items[1].Items];
        Named += twice.Length;
        return RedisReply.OfItems([reply.Items[0], RedisReply.OfItems(twice)]);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
