namespace StorageKit;

/// <summary>Verifies one chain entry by entry, in constant memory. Not thread-safe.</summary>
/// <param name="rules">What to look at.</param>
/// <param name="checkpoint">What the chain was earlier, or null.</param>
public sealed class AuditChainVerifier(
    AuditChainRules rules = AuditChainRules.All, AuditCheckpoint? checkpoint = null)
{
    Hash256 _lastHash = Hash256.Genesis;
    Hash256 _chainDigest;
    AuditEntry? _first;
    AuditChainFault? _fault;
    long _count;

    /// <summary>Looks at the next entry. After the first fault nothing more is looked at.</summary>
    /// <returns>The first fault so far, or null.</returns>
    public AuditChainFault? Add(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _fault ??= Judge(entry);
        if (_fault is not null) return _fault;
        _first ??= entry;
        _lastHash = entry.EntryHash;
        _chainDigest = Roll(_chainDigest, entry.Digest);
        _count++;
        if (checkpoint is not null && _count == checkpoint.Count && Current() != checkpoint)
            _fault = new(AuditChainFaultKind.Rewritten, _count - 1, "the chain up to here is not what the checkpoint saw");
        return _fault;
    }

    /// <summary>As <see cref="Add(AuditEntry)"/>, and compares the digest that was stored at the time of the emit.</summary>
    public AuditChainFault? Add(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (_fault is null && (rules & AuditChainRules.Integrity) != 0 && record.Digest != record.Entry.Digest)
            _fault = Judge(record.Entry) ?? new(
                AuditChainFaultKind.DigestMismatch, _count, $"the fields of seq={record.Entry.Seq} are not what was emitted");
        return Add(record.Entry);
    }

    /// <summary>The verdict on what was added.</summary>
    public AuditChainReport Finish()
    {
        if (_fault is null && checkpoint is not null && _count < checkpoint.Count)
            _fault = new(
                AuditChainFaultKind.TailCut, _count, $"the chain ends after {_count} entries; the checkpoint saw {checkpoint.Count}");
        return new(_count, _fault, _fault is null ? Current() : null);
    }

    AuditCheckpoint Current() => new(_count, _lastHash, _chainDigest);

    AuditChainFault? Judge(AuditEntry entry)
    {
        if (Has(AuditChainRules.Integrity) && !entry.VerifyIntegrity())
            return new(AuditChainFaultKind.HashMismatch, _count, $"the hash of seq={entry.Seq} is not what its fields say");
        if (Has(AuditChainRules.Identity) && _first is not null
            && (entry.AgentId != _first.AgentId || entry.SessionId != _first.SessionId))
            return new(AuditChainFaultKind.ForeignEntry, _count, $"seq={entry.Seq} is of another agent or session");
        if (Has(AuditChainRules.Sequence) && entry.Seq != (ulong)_count)
            return new(AuditChainFaultKind.SequenceGap, _count, $"expected seq={_count}, got seq={entry.Seq}");
        if (_first is null)
            return Has(AuditChainRules.Genesis) && entry.PreviousHash != Hash256.Genesis
                ? new(AuditChainFaultKind.HeadMissing, _count, "the first entry does not name the genesis hash")
                : null;
        return Has(AuditChainRules.Links) && entry.PreviousHash != _lastHash
            ? new(AuditChainFaultKind.LinkBroken, _count, $"seq={entry.Seq} does not name the hash of the entry before it")
            : null;
    }

    bool Has(AuditChainRules rule) => (rules & rule) != 0;

    static Hash256 Roll(Hash256 chain, Hash256 entry)
    {
        using var input = new HashInput();
        input.Hash(chain);
        input.Hash(entry);
        return input.Finish();
    }
}
