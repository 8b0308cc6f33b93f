namespace StorageKit;

/// <summary>What <see cref="AuditChain.Verify"/> looks at.</summary>
[Flags]
public enum AuditChainRules
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Each entry's hash is what its fields say.</summary>
    Integrity = 1,

    /// <summary>Each entry names the hash of the one before it.</summary>
    Links = 2,

    /// <summary>The first entry names <see cref="Hash256.Genesis"/>: the head was not cut off.</summary>
    Genesis = 4,

    /// <summary>Entries are numbered 0, 1, 2 …</summary>
    Sequence = 8,

    /// <summary>All entries are of one agent and one session.</summary>
    Identity = 16,

    /// <summary>What the reference's file verifier looks at: it passes a file whose head was cut off.</summary>
    ReferenceFile = Integrity | Links,

    /// <summary>What the reference's whole-log check looks at.</summary>
    ReferenceLog = Integrity | Links | Genesis | Sequence,

    /// <summary>Everything.</summary>
    All = Integrity | Links | Genesis | Sequence | Identity,
}
