namespace StorageKit;

/// <summary>Verifies one chain entry by entry, in constant memory. Not thread-safe.</summary>
/// <param name="rules">What to look at.</param>
/// <param name="checkpoint">What the chain was earlier, or null.</param>
public sealed class AuditChainVerifier(
    AuditChainRules rules = AuditChainRules.All, AuditCheckpoint? checkpoint = null)
{
    AuditCheckpoint _state = new(0, Hash256.Genesis, default);
    AuditEntry? _first;
    AuditChainFault? _fault;

    /// <summary>Looks at the next entry. After the first fault nothing more is looked at.</summary>
    /// <returns>The first fault so far, or null.</returns>
    public AuditChainFault? Add(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _fault ??= Judge(entry);
        if (_fault is not null) return _fault;
        var state = new AuditCheckpoint(_state.Count + 1, entry.EntryHash, Roll(_state.ChainDigest, entry.Digest));
        if (state.Count == checkpoint?.Count && state != checkpoint)
            return _fault = new(
                AuditChainFaultKind.Rewritten, _state.Count, "the chain up to here is not what the checkpoint saw");
        _first ??= entry;
        _state = state;
        return null;
    }

    /// <summary>As <see cref="Add(AuditEntry)"/>, and compares the digest that was stored at the time of the
    /// emit.</summary>
    public AuditChainFault? Add(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (_fault is null && (rules & AuditChainRules.Integrity) != 0 && record.Digest != record.Entry.Digest)
            _fault = Judge(record.Entry) ?? new(
                AuditChainFaultKind.DigestMismatch, _state.Count,
                $"the fields of seq={record.Entry.Seq} are not what was emitted");
        return Add(record.Entry);
    }

    /// <summary>The verdict on what was added.</summary>
    public AuditChainReport Finish()
    {
        if (_fault is null && checkpoint is not null && _state.Count < checkpoint.Count)
            _fault = new(
                AuditChainFaultKind.TailCut, _state.Count,
                $"the chain ends after {_state.Count} entries; the checkpoint saw {checkpoint.Count}");
        return new(_state.Count, _fault, _fault is null ? _state : null);
    }

    AuditChainFault? Judge(AuditEntry entry)
    {
        if (Has(AuditChainRules.Integrity) && !entry.VerifyIntegrity())
            return new(
                AuditChainFaultKind.HashMismatch, _state.Count,
                $"the hash of seq={entry.Seq} is not what its fields say");
        if (Has(AuditChainRules.Identity) && _first is not null
            && (entry.AgentId != _first.AgentId || entry.SessionId != _first.SessionId))
            return new(
                AuditChainFaultKind.ForeignEntry, _state.Count, $"seq={entry.Seq} is of another agent or session");
        if (Has(AuditChainRules.Sequence) && entry.Seq != (ulong)_state.Count)
            return new(
                AuditChainFaultKind.SequenceGap, _state.Count, $"expected seq={_state.Count}, got seq={entry.Seq}");
        if (_first is null)
            return Has(AuditChainRules.Genesis) && entry.PreviousHash != Hash256.Genesis
                ? new(AuditChainFaultKind.HeadMissing, _state.Count, "the first entry does not name the genesis hash")
                : null;
        if (Has(AuditChainRules.Links) && entry.PreviousHash != _state.LastHash)
            return new(
                AuditChainFaultKind.LinkBroken, _state.Count,
                $"seq={entry.Seq} does not name the hash of the entry before it");
        return null;
    }

    bool Has(AuditChainRules rule) => (rules & rule) != 0;

    static Hash256 Roll(Hash256 chain, Hash256 entry)
    {
        var input = new HashInput(stackalloc byte[2 * Hash256.Size]);
        input.Hash(chain);
        input.Hash(entry);
        return input.Finish();
    }
}
