using System.Globalization;
using StorageKit.Conformance;

namespace StorageKit.Specimens.Tests.Postgres;

/// <summary>Reads the table in the only order that it has, that of the timestamps.</summary>
/// <param name="server">The server, as a superuser.</param>
/// <param name="emitted">What the whole entries are taken from; null to make them of what the rows hold.</param>
internal sealed class AuditRows(PrivatePostgres server, EmittedEntries? emitted) : IAuditProbe
{
    public async ValueTask<IReadOnlyList<AuditEntry>> ReadAllAsync(
        TenantId tenant, CancellationToken cancellationToken = default)
    {
        var rows = await server.QueryAsync(
            "SELECT event_id, agent_id, tool_name, (extract(epoch FROM ts) * 1000000)::bigint "
            + $"FROM audit_logs WHERE org_id = '{tenant}' ORDER BY ts", cancellationToken);
        return [.. rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => Entry(row.Split('|')))];
    }

    AuditEntry Entry(string[] columns)
    {
        if (emitted is not null) return emitted.Find(Guid.Parse(columns[0]));
        return new AuditEntry(
            seq: 0, ulong.Parse(columns[3], CultureInfo.InvariantCulture) * 1000,
            Enum.Parse<AuditEventType>(columns[2]), AgentId.Parse(columns[1]), default, payload: "", Hash256.Genesis);
    }
}
