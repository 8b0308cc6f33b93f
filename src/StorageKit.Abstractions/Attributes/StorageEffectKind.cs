namespace StorageKit;

/// <summary>What a helper does to stored state, for <see cref="StorageEffectAttribute"/>.</summary>
public enum StorageEffectKind
{
    /// <summary>Reads what is stored.</summary>
    Read,

    /// <summary>Adds, and touches nothing that is there.</summary>
    Append,

    /// <summary>Adds only if nothing is there.</summary>
    CreateOnly,

    /// <summary>Replaces what is there by the value that it is given.</summary>
    Overwrite,

    /// <summary>Removes one entry, row or key, or some of them.</summary>
    Delete,

    /// <summary>Removes everything.</summary>
    Truncate,

    /// <summary>Gives what is stored a time to live.</summary>
    Expire,

    /// <summary>Reads and writes in one step that nobody comes between.</summary>
    AtomicUpdate,

    /// <summary>Writes only if nobody wrote since the value was read.</summary>
    CompareAndSet,

    /// <summary>Runs the SQL text that is its first parameter of type string.</summary>
    Sql,
}
