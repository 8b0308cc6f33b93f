using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>Methods of the framework's collections and of StringBuilder that change the object they are called
/// on, and that two callers must not call at once.</summary>
internal static class Mutators
{
    static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Add", "AddFirst", "AddLast", "AddRange", "Append", "AppendLine", "Clear", "Dequeue", "Enqueue",
        "EnsureCapacity",
        "ExceptWith", "Insert", "InsertRange", "IntersectWith", "Pop", "Push", "Remove", "RemoveAll", "RemoveAt",
        "RemoveFirst", "RemoveLast", "RemoveRange", "RemoveWhere", "Reverse", "Sort", "SymmetricExceptWith", "TryAdd",
        "TryDequeue", "TryPop", "UnionWith",
    };

    public static bool IsMutator(IMethodSymbol method) =>
        Names.Contains(method.Name) && method.ContainingType is { } type
        && type.ContainingNamespace?.FullName() is "System.Collections.Generic" or "System.Collections"
            or "System.Text" or "System.Collections.ObjectModel"
        && !method.IsStatic && !method.IsExtensionMethod;
}
