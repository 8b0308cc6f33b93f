namespace StorageKit.Analyzers.Effects;

/// <summary>What a call does to its target.</summary>
internal enum EffectKind
{
    Read,

    /// <summary>Adds without touching what is there.</summary>
    Append,

    /// <summary>Replaces whatever is there by an absolute value.</summary>
    Overwrite,
    Delete,
    Truncate,
    Expire,

    /// <summary>
    /// Reads and writes in one indivisible step: INCRBY, <c>SET n = n + @x</c>, AddOrUpdate, a script.
    /// </summary>
    AtomicUpdate,

    /// <summary>Writes only if nobody else did: TryUpdate, WATCH, <c>WHERE version = @v</c>.</summary>
    CompareAndSet,

    /// <summary>Writes only if nothing is there.</summary>
    CreateOnly,

    /// <summary>Opens a transaction that keeps others out of what it read.</summary>
    Begin,

    /// <summary>Opens a transaction in which others can still change what was read: READ COMMITTED and below.</summary>
    BeginWeak,
    Commit,
    LockEnter,
    LockExit,

    /// <summary>Opens or turns a file so that the next write goes over what stands at its beginning.</summary>
    OpenAtStart,

    /// <summary>Takes SQL text; the statements in it decide.</summary>
    Sql,

    /// <summary>Runs a command that got its text earlier.</summary>
    Execute,

    /// <summary>Notes a change that a later <see cref="Flush"/> writes: a unit of work, a buffered stream.</summary>
    Stage,

    /// <summary>Writes what was staged.</summary>
    Flush,

    /// <summary>Takes a Lua script or a Redis command as text; the commands in it decide.</summary>
    Script,
}
