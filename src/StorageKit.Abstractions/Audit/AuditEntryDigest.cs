namespace StorageKit;

/// <summary>The injective digest: after a domain label every present field is written as tag, 64-bit length and bytes,
/// in the order of the tags. Reading such a text back gives one entry only, so moving a value or a byte changes the
/// digest.</summary>
internal static class AuditEntryDigest
{
    static ReadOnlySpan<byte> Domain => "StorageKit.AuditEntry.v1\0"u8;

    internal static Hash256 Compute(AuditEntry entry)
    {
        using var input = new HashInput();
        input.Bytes(Domain);
        Field(input, 1, sizeof(ulong)).UInt64(entry.Seq);
        Field(input, 2, sizeof(ulong)).UInt64(entry.TimestampNs);
        Field(input, 3, sizeof(uint)).UInt32((uint)entry.EventType);
        Field(input, 4, Uuid.Size).Agent(entry.AgentId);
        Field(input, 5, Uuid.Size).Session(entry.SessionId);
        Field(input, 6, Hash256.Size).Hash(entry.PreviousHash);
        Text(input, 7, entry.Payload);
        var lineage = entry.Lineage;
        if (lineage.RootAgentId is { } root) Field(input, 8, Uuid.Size).Agent(root);
        if (lineage.ParentAgentId is { } parent) Field(input, 9, Uuid.Size).Agent(parent);
        Text(input, 10, lineage.TeamId);
        Text(input, 11, lineage.OrgId);
        Text(input, 12, lineage.DelegationReason);
        Text(input, 13, lineage.SpawnedByTool);
        if (lineage.Depth is { } depth) Field(input, 14, sizeof(uint)).UInt32(depth);
        foreach (var finding in entry.Redaction.Findings)
        {
            Text(input, 15, finding.Kind.ToString());
            Field(input, 16, sizeof(ulong)).UInt64(finding.Offset);
            Text(input, 17, finding.Matched);
        }
        Text(input, 18, entry.Redaction.RedactedPayload);
        Text(input, 19, entry.PolicyDocId);
        return input.Finish();
    }

    static HashInput Field(HashInput input, byte tag, int length)
    {
        input.Byte(tag);
        input.UInt64((ulong)length);
        return input;
    }

    static void Text(HashInput input, byte tag, string? text)
    {
        if (text is null) return;
        var bytes = StrictUtf8.Encode(text, nameof(text));
        Field(input, tag, bytes.Length).Bytes(bytes);
    }
}
