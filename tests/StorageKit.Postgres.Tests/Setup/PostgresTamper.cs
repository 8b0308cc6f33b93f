using System.Text;
using System.Text.Json.Nodes;
using StorageKit.Conformance;

namespace StorageKit.Postgres.Tests;

/// <summary>Changes rows as a superuser can, whom neither triggers nor row-level security stop.</summary>
internal sealed class PostgresTamper(PrivatePostgres server) : ITamper
{
    public async ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default)
    {
        var where = $"tenant = '{tenant}' AND position = {position}";
        var stored = await server.QueryAsync(
            $"SELECT encode(body, 'hex') FROM storagekit.audit WHERE {where}", cancellationToken);
        if (stored.Length == 0) return false;
        var entry = JsonNode.Parse(Convert.FromHexString(stored))!;
        entry["payload"] = (string?)entry["payload"] + "!";
        return await ChangeAsync(
            $"UPDATE storagekit.audit SET body = {Bytes(entry.ToJsonString())} WHERE {where}", cancellationToken);
    }

    public ValueTask<bool> CutAuditAsync(
        TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default) => ChangeAsync(
        $"DELETE FROM storagekit.audit WHERE tenant = '{tenant}' AND position >= {fromPosition}", cancellationToken);

    public ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default) => ChangeAsync(
        $"UPDATE storagekit.sessions SET started_at_ns = 18446744073709551616 WHERE tenant = '{tenant}' "
        + $"AND session = '{session}'", cancellationToken);

    public ValueTask<bool> FlipSecretAsync(
        TenantId tenant, string key, CancellationToken cancellationToken = default) => ChangeAsync(
        "UPDATE storagekit.credentials SET sealed = set_byte(sealed, length(sealed) / 2, "
        + $"get_byte(sealed, length(sealed) / 2) # 1) WHERE tenant = '{tenant}' AND key = {Bytes(key)}",
        cancellationToken);

    public ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default) => ChangeAsync(
        $"""
        INSERT INTO storagekit.credentials (tenant, key, sealed)
        SELECT tenant, {Bytes(to)}, sealed FROM storagekit.credentials
        WHERE tenant = '{tenant}' AND key = {Bytes(from)}
        ON CONFLICT (tenant, key_hash) DO UPDATE SET sealed = excluded.sealed
        """, cancellationToken);

    public ValueTask<bool> DamagePolicyAsync(
        TenantId tenant, AgentId agent, CancellationToken cancellationToken = default) => ChangeAsync(
        "UPDATE storagekit.policies SET body = substring(body FROM 1 FOR length(body) - 1) "
        + $"WHERE tenant = '{tenant}' AND agent = '{agent}'", cancellationToken);

    // As a replica's apply process: triggers do not fire.
    async ValueTask<bool> ChangeAsync(string sql, CancellationToken cancellationToken) =>
        (await server.QueryAsync(
            $"SET session_replication_role = replica; WITH changed AS ({sql} RETURNING 1) SELECT count(*) FROM changed",
            cancellationToken)).Trim() != "0";

    static string Bytes(string text) => $"'\\x{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}'::bytea";
}
