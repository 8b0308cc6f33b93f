namespace StorageKit.Analyzers.Stores;

/// <summary>Whom a lock keeps out.</summary>
internal enum LockScope
{
    /// <summary>Not known: a class of somebody else's, or of the author's own.</summary>
    Unknown,

    /// <summary>Threads of this process.</summary>
    Process,

    /// <summary>Processes of this machine: a named mutex.</summary>
    Machine,

    /// <summary>Whoever uses the store that keeps the lock.</summary>
    Store,
}
