namespace StorageKit.Memory.Tests.Audit;

/// <summary>Entries for the tests of the audit sink.</summary>
internal static class Entries
{
    internal static AuditTrail NewTrail() => new(AgentId.New(), SessionId.New());

    internal static AuditEntry Next(this AuditTrail trail, string payload = "{}") =>
        trail.Next(AuditEventType.ToolDispatched, 1_700_000_000_000_000_001, payload);

    internal static async Task<List<AuditRecord>> ReadToEndAsync(this IAuditLog log)
    {
        var records = new List<AuditRecord>();
        await foreach (var record in log.ReadAllAsync(pageSize: 100)) records.Add(record);
        return records;
    }
}
