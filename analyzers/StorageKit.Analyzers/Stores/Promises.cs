namespace StorageKit.Analyzers.Stores;

/// <summary>
/// What an annotated contract member promises; an attribute on the interface counts for all its members.
/// </summary>
[Flags]
internal enum Promises
{
    None = 0,
    AppendOnly = 1,
    AtomicReadModifyWrite = 2,
    Idempotent = 4,
    DurableOnReturn = 8,
}
