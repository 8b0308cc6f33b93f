namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>Interlocked: the place is the first argument, by reference.</summary>
internal static class InterlockedCalls
{
    public static Technology Technology { get; } = new(
        "Interlocked",
        ["System.Threading.Interlocked"],
        [
            new("Increment", EffectKind.AtomicUpdate, Key: 0),
            new("Decrement", EffectKind.AtomicUpdate, Key: 0),
            new("Add", EffectKind.AtomicUpdate, Key: 0, Value: 1),
            new("Exchange", EffectKind.AtomicUpdate, Key: 0, Value: 1),
            new("CompareExchange", EffectKind.CompareAndSet, Key: 0, Value: 1),
        ],
        IsSharedStore: false);
}
