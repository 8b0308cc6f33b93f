using StorageKit.Conformance;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>Removes a field of a stored session.</summary>
internal sealed class SessionDamage(PrivateRedis server) : ITamper
{
    public async ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default) =>
        await server.AskAsync(["HDEL", RedisSessions.Key(session), "started_at_ns"], cancellationToken) == "1";

    public ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> CutAuditAsync(
        TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> FlipSecretAsync(
        TenantId tenant, string key, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> DamagePolicyAsync(
        TenantId tenant, AgentId agent, CancellationToken cancellationToken = default) => new(false);
}
