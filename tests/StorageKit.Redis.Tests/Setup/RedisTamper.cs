using StorageKit.Conformance;

namespace StorageKit.Redis.Tests;

/// <summary>Cuts stored values short, as somebody could who can log in.</summary>
internal sealed class RedisTamper(PrivateRedis server) : ITamper, IAsyncDisposable
{
    readonly RawRedis _raw = new(server);

    public ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default) => CutAsync(
        """
        local held = redis.call('GET', KEYS[1])
        if not held then return 0 end
        redis.call('SET', KEYS[1], string.sub(held, 1, -2))
        return 1
        """,
        $"sk:session:{{{tenant.ToHex()}:{session.ToHex()}}}");

    public async ValueTask<bool> DamagePolicyAsync(
        TenantId tenant, AgentId agent, CancellationToken cancellationToken = default)
    {
        const string script = """
            local held = redis.call('HGET', KEYS[1], 'body')
            if not held then return 0 end
            redis.call('HSET', KEYS[1], 'body', string.sub(held, 1, -2))
            return 1
            """;
        return await CutAsync(script, $"sk:policy:{{{tenant.ToHex()}:{agent.ToHex()}}}")
            | await CutAsync(script, $"sk:policy-cache:{{{tenant.ToHex()}:{agent.ToHex()}}}");
    }

    public ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> CutAuditAsync(
        TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> FlipSecretAsync(
        TenantId tenant, string key, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default) => new(false);

    async ValueTask<bool> CutAsync(string script, string key) =>
        (await _raw.AskAsync("EVAL", script, "1", key)).Integer == 1;

    public ValueTask DisposeAsync() => _raw.DisposeAsync();
}
