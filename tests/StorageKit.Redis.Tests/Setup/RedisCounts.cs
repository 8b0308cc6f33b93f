using StorageKit.Conformance;

namespace StorageKit.Redis.Tests;

/// <summary>Counts a tenant's counter keys apart from everything else on the server.</summary>
internal sealed class RedisCounts(PrivateRedis server) : IResourceProbe, IAsyncDisposable
{
    readonly RawRedis _raw = new(server);

    public ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default) =>
        server.ConnectionsAsync(cancellationToken);

    public async ValueTask<long> CounterKeysAsync(TenantId tenant, CancellationToken cancellationToken = default) =>
        (await _raw.AskAsync("KEYS", $"sk:counter:{{{tenant.ToHex()}:*")).Items.Count;

    public ValueTask DisposeAsync() => _raw.DisposeAsync();
}
