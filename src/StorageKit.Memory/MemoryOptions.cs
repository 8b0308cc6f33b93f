namespace StorageKit.Memory;

/// <summary>The options of <c>[storage.memory]</c>. All may be left out, and so may the section.</summary>
[StorageOptions]
public sealed record MemoryOptions
{
    /// <summary>How long a session stays after it was last saved; nothing expires without it. Longer than
    /// zero.</summary>
    public TimeSpan? SessionTtl { get; init; }

    /// <summary>How long an agent stays registered after it was last heard of; nothing expires without it. Longer than
    /// zero.</summary>
    public TimeSpan? AgentTtl { get; init; }

    /// <summary>Whether an audit entry that does not continue its session's chain is refused with
    /// <see cref="StorageErrorKind.Conflict"/>.</summary>
    public bool EnforceChain { get; init; }
}
