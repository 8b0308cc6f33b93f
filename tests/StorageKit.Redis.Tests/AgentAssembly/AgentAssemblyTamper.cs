using StorageKit.Conformance;

namespace StorageKit.Redis.Tests.AgentAssembly;

/// <summary>Takes a field from a session and cuts a policy short, as somebody could who can log in.</summary>
internal sealed class AgentAssemblyTamper(PrivateRedis server) : ITamper, IAsyncDisposable
{
    readonly RawRedis _raw = new(server);

    public async ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default) =>
        (await _raw.AskAsync("HDEL", RustService.KeyOf(session), "started_at_ns")).Integer == 1;

    public async ValueTask<bool> DamagePolicyAsync(
        TenantId tenant, AgentId agent, CancellationToken cancellationToken = default) => (await _raw.AskAsync(
            "EVAL",
            """
            local held = redis.call('GET', KEYS[1])
            if not held then return 0 end
            redis.call('SET', KEYS[1], string.sub(held, 1, -2))
            return 1
            """,
            "1", "aa:policy:" + agent.ToHex())).Integer == 1;

    public ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> CutAuditAsync(
        TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> FlipSecretAsync(
        TenantId tenant, string key, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default) => new(false);

    public ValueTask DisposeAsync() => _raw.DisposeAsync();
}
