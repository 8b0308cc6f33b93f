using StorageKit.Conformance;

namespace StorageKit.Redis.Tests.AgentAssembly;

/// <summary>Counts the counters' keys.</summary>
internal sealed class AgentAssemblyCounts(PrivateRedis server) : IResourceProbe, IAsyncDisposable
{
    readonly RawRedis _raw = new(server);

    public ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default) =>
        server.ConnectionsAsync(cancellationToken);

    public async ValueTask<long> CounterKeysAsync(TenantId tenant, CancellationToken cancellationToken = default) =>
        (await _raw.AskAsync("KEYS", "aa:ratelimit:*")).Items.Count;

    public ValueTask DisposeAsync() => _raw.DisposeAsync();
}
