namespace StorageKit;

/// <summary>The injective digest: after a domain label every present field is written as tag, 64-bit length and bytes,
/// in the order of the tags. Reading such a text back gives one entry only, so moving a value or a byte changes the
/// digest.</summary>
internal static class AuditEntryDigest
{
    static ReadOnlySpan<byte> Domain => "StorageKit.AuditEntry.v1\0"u8;

    internal static Hash256 Compute(AuditEntry entry)
    {
        var input = new HashInput(stackalloc byte[HashInput.UsualSize]);
        input.Bytes(Domain);
        Field(ref input, 1, sizeof(ulong)).UInt64(entry.Seq);
        Field(ref input, 2, sizeof(ulong)).UInt64(entry.TimestampNs);
        Field(ref input, 3, sizeof(uint)).UInt32((uint)entry.EventType);
        Field(ref input, 4, Uuid.Size).Agent(entry.AgentId);
        Field(ref input, 5, Uuid.Size).Session(entry.SessionId);
        Field(ref input, 6, Hash256.Size).Hash(entry.PreviousHash);
        Text(ref input, 7, entry.Payload);
        var lineage = entry.Lineage;
        if (lineage.RootAgentId is { } root) Field(ref input, 8, Uuid.Size).Agent(root);
        if (lineage.ParentAgentId is { } parent) Field(ref input, 9, Uuid.Size).Agent(parent);
        Text(ref input, 10, lineage.TeamId);
        Text(ref input, 11, lineage.OrgId);
        Text(ref input, 12, lineage.DelegationReason);
        Text(ref input, 13, lineage.SpawnedByTool);
        if (lineage.Depth is { } depth) Field(ref input, 14, sizeof(uint)).UInt32(depth);
        foreach (var finding in entry.Redaction.Findings)
        {
            Text(ref input, 15, finding.Kind.ToString());
            Field(ref input, 16, sizeof(ulong)).UInt64(finding.Offset);
            Text(ref input, 17, finding.Matched);
        }
        Text(ref input, 18, entry.Redaction.RedactedPayload);
        Text(ref input, 19, entry.PolicyDocId);
        return input.Finish();
    }

    static ref HashInput Field(ref HashInput input, byte tag, int length)
    {
        input.Byte(tag);
        input.UInt64((ulong)length);
        return ref input;
    }

    static void Text(ref HashInput input, byte tag, string? text)
    {
        if (text is null) return;
        var length = StrictUtf8.Measure(text, nameof(text));
        Field(ref input, tag, length).Text(text, length);
    }
}
