namespace StorageKit.Conformance.Wire;

[StorageDriver("wire")]
public sealed class WireAuditSink(WireClient client, TenantId tenant) : IAuditSink, IAuditBatchSink, IAuditLog
{
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return EmitBatchAsync([entry], cancellationToken);
    }

    public async ValueTask EmitBatchAsync(
        IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default)
    {
        var batch = StorageArgument.Batch(entries);
        (await client.CallAsync(WireFrame.Request(WireOperation.AuditEmit, tenant, w =>
        {
            w.Write(batch.Length);
            foreach (var entry in batch) w.Write(entry.ToJson());
        }), cancellationToken)).Dispose();
    }

    public async ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        StorageArgument.PageSize(limit);
        using var reply = await client.CallAsync(WireFrame.Request(WireOperation.AuditRead, tenant, w =>
        {
            w.Write(after);
            w.Write(limit);
        }), cancellationToken);
        var records = new AuditRecord[reply.ReadInt32()];
        for (var i = 0; i < records.Length; i++)
        {
            var (position, digest) = (reply.ReadUInt64(), Hash256.Parse(reply.ReadString()));
            records[i] = new(position, AuditEntry.FromJson(reply.ReadString()), digest);
        }
        return records;
    }
}
