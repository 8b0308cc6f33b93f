using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace StorageKit.Conformance.Tests.Drivers;

/// <summary>Changes the rows of a database of the sqlite driver as somebody could who has the file.</summary>
internal sealed class SqliteTamper(string file) : ITamper
{
    public async ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default)
    {
        using var connection = Open();
        using var body = Command(
            connection, "SELECT body FROM audit WHERE tenant = $1 AND position = $2", tenant.ToByteArray(), (long)position);
        if (await body.ExecuteScalarAsync(cancellationToken) is not byte[] stored) return false;
        var entry = JsonNode.Parse(stored)!;
        entry["payload"] = (string?)entry["payload"] + "!";
        return await ChangeAuditAsync(
            connection, "UPDATE audit SET body = $3 WHERE tenant = $1 AND position = $2",
            tenant.ToByteArray(), (long)position, Encoding.UTF8.GetBytes(entry.ToJsonString()));
    }

    public async ValueTask<bool> CutAuditAsync(
        TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default)
    {
        using var connection = Open();
        return await ChangeAuditAsync(
            connection, "DELETE FROM audit WHERE tenant = $1 AND position >= $2", tenant.ToByteArray(), (long)fromPosition);
    }

    public ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default) => ChangeAsync(
        "UPDATE sessions SET agent = substr(agent, 1, 15) WHERE tenant = $1 AND session = $2",
        tenant.ToByteArray(), session.ToByteArray());

    public async ValueTask<bool> FlipSecretAsync(TenantId tenant, string key, CancellationToken cancellationToken = default)
    {
        using var connection = Open();
        using var select = Command(
            connection, "SELECT sealed FROM credentials WHERE tenant = $1 AND key = $2", tenant.ToByteArray(), Utf8(key));
        if (await select.ExecuteScalarAsync(cancellationToken) is not byte[] stored) return false;
        stored[stored.Length / 2] ^= 1;
        using var update = Command(
            connection, "UPDATE credentials SET sealed = $3 WHERE tenant = $1 AND key = $2",
            tenant.ToByteArray(), Utf8(key), stored);
        return await update.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    public ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default) => ChangeAsync(
        """
        INSERT INTO credentials (tenant, key, sealed) SELECT tenant, $3, sealed FROM credentials WHERE tenant = $1 AND key = $2
        ON CONFLICT (tenant, key) DO UPDATE SET sealed = excluded.sealed
        """,
        tenant.ToByteArray(), Utf8(from), Utf8(to));

    public ValueTask<bool> DamagePolicyAsync(TenantId tenant, AgentId agent, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            "UPDATE policies SET body = substr(body, 1, length(body) - 1) WHERE tenant = $1 AND agent = $2",
            tenant.ToByteArray(), agent.ToByteArray());

    async ValueTask<bool> ChangeAsync(string sql, params object[] values)
    {
        using var connection = Open();
        using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync() > 0;
    }

    // The triggers that keep the log append-only are part of the file: who has the file can drop them.
    static async ValueTask<bool> ChangeAuditAsync(SqliteConnection connection, string sql, params object[] values)
    {
        using var transaction = connection.BeginTransaction();
        var triggers = new Dictionary<string, string>();
        using (var select = Command(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'"))
        using (var row = await select.ExecuteReaderAsync())
            while (await row.ReadAsync())
                triggers.Add(row.GetString(0), row.GetString(1));
        foreach (var name in triggers.Keys) await RunAsync($"DROP TRIGGER {name}");
        var changed = await RunAsync(sql, values);
        foreach (var definition in triggers.Values) await RunAsync(definition);
        await transaction.CommitAsync();
        return changed > 0;

        async ValueTask<int> RunAsync(string text, params object[] parameters)
        {
            using var command = Command(connection, text, parameters);
            return await command.ExecuteNonQueryAsync();
        }
    }

    SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadWrite;Pooling=False");
        connection.Open();
        return connection;
    }

    static SqliteCommand Command(SqliteConnection connection, string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", values[i]);
        return command;
    }

    static byte[] Utf8(string key) => Encoding.UTF8.GetBytes(key);
}
