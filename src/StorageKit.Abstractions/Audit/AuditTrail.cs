namespace StorageKit;

/// <summary>The writing end of one session's chain: numbers and links the entries. Not thread-safe.</summary>
/// <param name="agentId">Whose chain it is.</param>
/// <param name="sessionId">Of which session.</param>
public sealed class AuditTrail(AgentId agentId, SessionId sessionId)
{
    /// <summary>Continues a chain after its last entry, as after a restart.</summary>
    /// <exception cref="OverflowException">The entry has number 2^64-1; none follows it.</exception>
    public static AuditTrail Resume(AuditEntry last)
    {
        ArgumentNullException.ThrowIfNull(last);
        return new(last.AgentId, last.SessionId) { NextSeq = checked(last.Seq + 1), LastHash = last.EntryHash };
    }

    /// <summary>The number of the next entry.</summary>
    public ulong NextSeq { get; private set; }

    /// <summary>The hash that the next entry has to name.</summary>
    public Hash256 LastHash { get; private set; } = Hash256.Genesis;

    /// <summary>Makes the next entry of the chain and moves on. Emit it before making another one: an entry that is
    /// made and not stored is a gap.</summary>
    /// <exception cref="ArgumentException">As <see cref="AuditEntry"/>'s constructor; nothing has changed.</exception>
    /// <exception cref="OverflowException">The entry would have number 2^64-1; nothing has changed.</exception>
    public AuditEntry Next(
        AuditEventType eventType, ulong timestampNs, string payload, AuditLineage? lineage = null,
        AuditRedaction? redaction = null, string? policyDocId = null)
    {
        var entry = new AuditEntry(
            NextSeq, timestampNs, eventType, agentId, sessionId, payload, LastHash, lineage, redaction, policyDocId);
        Append(entry);
        return entry;
    }

    /// <summary>Takes an entry that was made elsewhere, if it is the next one. As in the reference its own hash is not
    /// recomputed and its ids are not compared: <see cref="AuditChain"/> judges those.</summary>
    /// <exception cref="AuditChainException">It is not; nothing has changed. The number is looked at first.</exception>
    /// <exception cref="OverflowException">The entry has number 2^64-1; nothing has changed.</exception>
    public void Append(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Seq != NextSeq)
            throw new AuditChainException(
                AuditChainFaultKind.SequenceGap,
                $"audit log sequence gap: expected seq={NextSeq}, got seq={entry.Seq}");
        if (entry.PreviousHash != LastHash)
            throw new AuditChainException(
                AuditChainFaultKind.LinkBroken, $"audit log hash chain broken at seq={entry.Seq}");
        NextSeq = checked(NextSeq + 1);
        LastHash = entry.EntryHash;
    }
}
