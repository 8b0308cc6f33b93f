using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Tests;

/// <summary>The reference's hash input written down a second time,
/// from its specification and without the library.</summary>
internal static class ReferenceLayout
{
    internal static byte[] Preimage(AuditEntry e)
    {
        var bytes = new List<byte>();
        bytes.AddRange(BigEndian(e.Seq));
        bytes.AddRange(BigEndian(e.TimestampNs));
        bytes.AddRange(BigEndian((uint)e.EventType));
        bytes.AddRange(Convert.FromHexString(e.AgentId.ToHex()));
        bytes.AddRange(Convert.FromHexString(e.SessionId.ToHex()));
        bytes.AddRange(Convert.FromHexString(e.PreviousHash.ToString()));
        bytes.AddRange(Encoding.UTF8.GetBytes(e.Payload));
        var l = e.Lineage;
        if (l.RootAgentId is { } root) bytes.AddRange(Convert.FromHexString(root.ToHex()));
        if (l.ParentAgentId is { } parent) bytes.AddRange(Convert.FromHexString(parent.ToHex()));
        foreach (var text in new[] { l.TeamId, l.DelegationReason, l.SpawnedByTool })
            if (text is not null) bytes.AddRange(Prefixed(text));
        if (l.Depth is { } depth) bytes.AddRange(BigEndian(depth));
        if (l.OrgId is not null) bytes.AddRange(Prefixed(l.OrgId));
        if (e.Redaction.Findings.Count > 0 || e.Redaction.RedactedPayload is not null)
            bytes.AddRange(Block(e.Redaction));
        if (e.PolicyDocId is not null) bytes.AddRange(Prefixed(e.PolicyDocId));
        return [.. bytes];
    }

    internal static Hash256 Hash(AuditEntry e) => Hash256.FromBytes(SHA256.HashData(Preimage(e)));

    /// <summary>A text as the layout writes it when it is present: four bytes of length, then UTF-8.</summary>
    internal static byte[] Prefixed(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return [.. BigEndian((uint)utf8.Length), .. utf8];
    }

    internal static byte[] Block(AuditRedaction redaction)
    {
        var bytes = new List<byte>(BigEndian((uint)redaction.Findings.Count));
        foreach (var finding in redaction.Findings)
        {
            bytes.AddRange(BigEndian(finding.Offset));
            bytes.AddRange(Prefixed(finding.Matched));
        }
        if (redaction.RedactedPayload is null) bytes.Add(0);
        else bytes.AddRange([1, .. Prefixed(redaction.RedactedPayload)]);
        return [.. bytes];
    }

    static byte[] BigEndian(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }

    static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
