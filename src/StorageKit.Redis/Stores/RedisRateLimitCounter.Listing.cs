using StorageKit.Diagnostics;

namespace StorageKit.Redis;

public sealed partial class RedisRateLimitCounter
{
    static readonly StoreOperation s_list = RedisTelemetry.Operation<IRateLimitCounter>(nameof(ListWindowsAsync));

    // Both of one moment.
    static readonly RedisScript Window = new("""
        local held = redis.call('GET', KEYS[1])
        if not held then return false end
        return {held, redis.call('PTTL', KEYS[1])}
        """);

    /// <inheritdoc/>
    /// <remarks>The server goes through all its keys, other tenants' too. It may name one twice, so 16 bytes of each are
    /// remembered until the listing ends.</remarks>
    public IAsyncEnumerable<RateLimitWindow> ListWindowsAsync(CancellationToken cancellationToken = default) =>
        ListAsync(s_list, _keys, DescribeAsync, cancellationToken);

    async ValueTask<IReadOnlyList<RateLimitWindow>> DescribeAsync(
        IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var replies = await Task.WhenAll(names.Select(
            name => RunAsync(Window, _keys.Of(name), Record, cancellationToken).AsTask())).ConfigureAwait(false);
        // One that ended since its key was found has no reply.
        return [.. names.Zip(replies).Where(static found => found.Second.Kind != RedisReplyKind.Null).Select(Of)];
    }

    static RateLimitWindow Of((string Name, RedisReply Reply) found) => found.Reply.Items is [var total, var left]
        ? new(found.Name, Total(total), Remaining(left.Integer))
        : throw RedisFailure.Unexpected(found.Reply);

    // In the last millisecond the server says 0, and -1 of a key that never ends.
    static TimeSpan Remaining(long milliseconds) => milliseconds switch
    {
        < 0 or >= long.MaxValue / TimeSpan.TicksPerMillisecond => TimeSpan.MaxValue,
        0 => TimeSpan.FromMilliseconds(1),
        _ => new(milliseconds * TimeSpan.TicksPerMillisecond),
    };
}
