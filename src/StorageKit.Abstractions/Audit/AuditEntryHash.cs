namespace StorageKit;

/// <summary>The reference's canonical hash: fixed part of 84 bytes, then the payload without a length, then whatever
/// optional fields are there without tags. Compatible, and therefore ambiguous: see <see cref="AuditEntryDigest"/>.
/// </summary>
internal static class AuditEntryHash
{
    internal static Hash256 Compute(AuditEntry entry)
    {
        var input = new HashInput(stackalloc byte[HashInput.UsualSize]);
        input.UInt64(entry.Seq);
        input.UInt64(entry.TimestampNs);
        input.UInt32((uint)entry.EventType);
        input.Agent(entry.AgentId);
        input.Session(entry.SessionId);
        input.Hash(entry.PreviousHash);
        input.Text(entry.Payload, StrictUtf8.Measure(entry.Payload, nameof(entry.Payload)));
        AddLineage(ref input, entry.Lineage);
        AddRedaction(ref input, entry.Redaction);
        AddText(ref input, entry.PolicyDocId, nameof(entry.PolicyDocId));
        return input.Finish();
    }

    static void AddLineage(ref HashInput input, AuditLineage lineage)
    {
        if (lineage.RootAgentId is { } root) input.Agent(root);
        if (lineage.ParentAgentId is { } parent) input.Agent(parent);
        AddText(ref input, lineage.TeamId, nameof(lineage.TeamId));
        AddText(ref input, lineage.DelegationReason, nameof(lineage.DelegationReason));
        AddText(ref input, lineage.SpawnedByTool, nameof(lineage.SpawnedByTool));
        if (lineage.Depth is { } depth) input.UInt32(depth);
        // Last although declared fourth: it was added last, without breaking old chains.
        AddText(ref input, lineage.OrgId, nameof(lineage.OrgId));
    }

    static void AddRedaction(ref HashInput input, AuditRedaction redaction)
    {
        if (redaction.IsEmpty) return;
        input.UInt32((uint)redaction.Findings.Count);
        foreach (var finding in redaction.Findings)
        {
            input.UInt64(finding.Offset);
            AddText(ref input, finding.Matched, nameof(finding.Matched));
        }
        input.Byte(redaction.RedactedPayload is null ? (byte)0 : (byte)1);
        AddText(ref input, redaction.RedactedPayload, nameof(redaction.RedactedPayload));
    }

    static void AddText(ref HashInput input, string? text, string name)
    {
        if (text is null) return;
        var length = StrictUtf8.Measure(text, name);
        input.UInt32((uint)length);
        input.Text(text, length);
    }
}
