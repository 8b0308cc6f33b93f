namespace StorageKit;

/// <summary>The reference's canonical hash: fixed part of 84 bytes, then the payload without a length, then whatever
/// optional fields are there without tags. Compatible, and therefore ambiguous: see <see cref="AuditEntryDigest"/>.
/// </summary>
internal static class AuditEntryHash
{
    internal static Hash256 Compute(AuditEntry entry)
    {
        using var input = new HashInput();
        input.UInt64(entry.Seq);
        input.UInt64(entry.TimestampNs);
        input.UInt32((uint)entry.EventType);
        input.Agent(entry.AgentId);
        input.Session(entry.SessionId);
        input.Hash(entry.PreviousHash);
        input.Bytes(StrictUtf8.Encode(entry.Payload, nameof(entry.Payload)));
        AddLineage(input, entry.Lineage);
        AddRedaction(input, entry.Redaction);
        AddText(input, entry.PolicyDocId, nameof(entry.PolicyDocId));
        return input.Finish();
    }

    static void AddLineage(HashInput input, AuditLineage lineage)
    {
        if (lineage.RootAgentId is { } root) input.Agent(root);
        if (lineage.ParentAgentId is { } parent) input.Agent(parent);
        AddText(input, lineage.TeamId, nameof(lineage.TeamId));
        AddText(input, lineage.DelegationReason, nameof(lineage.DelegationReason));
        AddText(input, lineage.SpawnedByTool, nameof(lineage.SpawnedByTool));
        if (lineage.Depth is { } depth) input.UInt32(depth);
        // Last although declared fourth: it was added last, without breaking old chains.
        AddText(input, lineage.OrgId, nameof(lineage.OrgId));
    }

    static void AddRedaction(HashInput input, AuditRedaction redaction)
    {
        if (redaction.IsEmpty) return;
        input.UInt32((uint)redaction.Findings.Count);
        foreach (var finding in redaction.Findings)
        {
            input.UInt64(finding.Offset);
            AddText(input, finding.Matched, nameof(finding.Matched));
        }
        input.Byte(redaction.RedactedPayload is null ? (byte)0 : (byte)1);
        AddText(input, redaction.RedactedPayload, nameof(redaction.RedactedPayload));
    }

    static void AddText(HashInput input, string? text, string name)
    {
        if (text is null) return;
        var bytes = StrictUtf8.Encode(text, name);
        input.UInt32((uint)bytes.Length);
        input.Bytes(bytes);
    }
}
