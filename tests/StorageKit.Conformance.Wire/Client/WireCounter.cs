namespace StorageKit.Conformance.Wire;

[StorageDriver("wire")]
public sealed class WireCounter(WireClient client, TenantId tenant) : IRateLimitCounter
{
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        StorageArgument.Window(window);
        using var reply = await client.CallAsync(WireFrame.Request(WireOperation.CounterIncrement, tenant, w =>
        {
            w.Write(key);
            w.Write(amount);
            w.Write(window.Ticks);
        }), cancellationToken);
        return reply.ReadUInt64();
    }

    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        using var reply = await client.CallAsync(
            WireFrame.Request(WireOperation.CounterCurrent, tenant, w => w.Write(key)), cancellationToken);
        return reply.ReadUInt64();
    }

    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        (await client.CallAsync(
            WireFrame.Request(WireOperation.CounterReset, tenant, w => w.Write(key)), cancellationToken)).Dispose();
    }
}
