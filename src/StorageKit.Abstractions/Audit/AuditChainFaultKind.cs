namespace StorageKit;

/// <summary>How a chain is broken.</summary>
public enum AuditChainFaultKind
{
    /// <summary>The entry's hash is not what its fields say: it was changed.</summary>
    HashMismatch,

    /// <summary>The fields differ from the digest that was stored with them, although the reference's hash still fits.
    /// </summary>
    DigestMismatch,

    /// <summary>The entry is not numbered as its place demands: one was removed, inserted, doubled or moved.</summary>
    SequenceGap,

    /// <summary>The entry does not name the hash of the one before it.</summary>
    LinkBroken,

    /// <summary>The first entry does not name the genesis hash: the head was cut off.</summary>
    HeadMissing,

    /// <summary>The entry is of another agent or session.</summary>
    ForeignEntry,

    /// <summary>The chain ends before the checkpoint: the tail was cut off.</summary>
    TailCut,

    /// <summary>The chain is consistent in itself, but not what the checkpoint saw: it was rewritten.</summary>
    Rewritten,
}
