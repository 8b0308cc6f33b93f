namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>Why another caller can come between a read and the write that was computed from it.</summary>
internal enum StaleCause
{
    /// <summary>Nothing keeps others out.</summary>
    Unprotected,

    /// <summary>A lock is held at one of the two points, or left in between.</summary>
    Split,

    /// <summary>The lock around both is one that every caller has for himself.</summary>
    Illusory,

    /// <summary>The lock around both keeps out this process only, and others use the store too.</summary>
    ProcessLocal,

    /// <summary>The transaction around both lets others change what was read.</summary>
    WeakTransaction,
}
