namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>
/// Numeric fields and automatic properties of the store and of objects that it shares. The language reads and writes
/// them, so there are no rows: <see cref="EffectWalk"/> makes their effects.
/// </summary>
internal static class Fields
{
    public static Technology Technology { get; } = new("Fields", [], [], "'Interlocked.Add'", IsSharedStore: false);
}
