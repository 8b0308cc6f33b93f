namespace StorageKit.Memory;

/// <summary>An entry of an <see cref="ExpiringTable{TKey,TEntry}"/>. Lock the entry itself to read or change it, and
/// start over with the table when it turns out to be removed.</summary>
internal abstract class Expiring<TKey>(TKey key)
{
    internal TKey Key { get; } = key;

    /// <summary>When it is over. Only ever moves later, so that a queue that holds an older moment looks soon enough.
    /// </summary>
    internal long Deadline { get; set; } = Memory.Deadline.Never;

    /// <summary>Whether it is out of its table, for good. Set under its lock; may be read without, for a
    /// hint.</summary>
    internal bool IsRemoved { get; set; }

    /// <summary>Whether the table's queue holds it.</summary>
    internal bool IsQueued { get; set; }
}
