namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>Lists, queues, stacks and sets of this process.</summary>
internal static class Sequences
{
    public static Technology Technology { get; } = new(
        "Collections",
        [
            "System.Collections.Generic.List`1", "System.Collections.Generic.Queue`1",
            "System.Collections.Generic.Stack`1", "System.Collections.Generic.LinkedList`1",
            "System.Collections.Generic.HashSet`1", "System.Collections.Generic.SortedSet`1",
            "System.Collections.Generic.PriorityQueue`2", "System.Collections.Generic.ICollection`1",
            "System.Collections.Generic.IList`1", "System.Collections.Generic.ISet`1",
            "System.Collections.ObjectModel.Collection`1", "System.Collections.Concurrent.ConcurrentQueue`1",
            "System.Collections.Concurrent.ConcurrentBag`1", "System.Collections.Concurrent.ConcurrentStack`1",
            "System.Collections.Concurrent.BlockingCollection`1",
            "System.Collections.Concurrent.IProducerConsumerCollection`1",
        ],
        [.. Adding, .. Changing],
        IsSharedStore: false);

    /// <summary>Immutable ones answer a new collection; it counts where that is kept.</summary>
    public static Technology Immutable { get; } = new(
        "Immutable collections",
        [
            "System.Collections.Immutable.ImmutableList`1", "System.Collections.Immutable.ImmutableArray`1",
            "System.Collections.Immutable.ImmutableQueue`1", "System.Collections.Immutable.ImmutableStack`1",
            "System.Collections.Immutable.ImmutableHashSet`1",
        ],
        [.. Adding, .. Changing, new("SetItem", EffectKind.Overwrite, Value: 1)],
        IsSharedStore: false);

    static ApiRow[] Adding =>
    [
        new("Add", EffectKind.Append, Value: 0),
        new("AddRange", EffectKind.Append, Value: 0),
        new("TryAdd", EffectKind.Append, Value: 0),
        new("AddLast", EffectKind.Append, Value: 0),
        new("Enqueue", EffectKind.Append, Value: 0),
        new("Push", EffectKind.Append, Value: 0),
        new("PushRange", EffectKind.Append, Value: 0),
    ];

    static ApiRow[] Changing =>
    [
        new("this[]", EffectKind.Overwrite, Key: 0),
        new("Insert", EffectKind.Overwrite, Key: 0, Value: 1),
        new("InsertRange", EffectKind.Overwrite, Key: 0, Value: 1),
        new("AddFirst", EffectKind.Overwrite, Value: 0),
        new("Sort", EffectKind.Overwrite),
        new("Reverse", EffectKind.Overwrite),
        new("Remove", EffectKind.Delete, Key: 0),
        new("RemoveAt", EffectKind.Delete, Key: 0),
        new("RemoveAll", EffectKind.Delete),
        new("RemoveWhere", EffectKind.Delete),
        new("RemoveRange", EffectKind.Delete),
        new("RemoveFirst", EffectKind.Delete),
        new("RemoveLast", EffectKind.Delete),
        new("Dequeue", EffectKind.Delete),
        new("TryDequeue", EffectKind.Delete),
        new("Take", EffectKind.Delete, Type: "System.Collections.Concurrent.BlockingCollection`1"),
        new("TryTake", EffectKind.Delete),
        new("Pop", EffectKind.Delete),
        new("TryPop", EffectKind.Delete),
        new("Clear", EffectKind.Truncate),
    ];
}
