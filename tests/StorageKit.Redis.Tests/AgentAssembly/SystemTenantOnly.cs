using StorageKit.Conformance;

namespace StorageKit.Redis.Tests.AgentAssembly;

/// <summary>A server with a single tenant.</summary>
internal sealed class SystemTenantOnly(PrivateRedis server) : IOneTenant, IAsyncDisposable
{
    readonly RawRedis _raw = new(server);

    public TenantId Tenant => TenantId.System;

    public async ValueTask ClearAsync(CancellationToken cancellationToken = default) => await _raw.AskAsync("FLUSHALL");

    public ValueTask DisposeAsync() => _raw.DisposeAsync();
}
