using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>A field that is locked and that a method gives a new object: who waits, waits for the old one.</summary>
internal static class ReplacedLock
{
    public static IEnumerable<Violation> Find(Store store)
    {
        HashSet<ISymbol>? locked = null;
        foreach (var entry in store.EntryPoints)
        {
            if (entry.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
                continue;
            foreach (var frame in store.FramesOf(entry))
            {
                locked ??= LockedFields(store);
                if (locked.Count == 0)
                    yield break;
                foreach (var operation in frame.Operations)
                    if (operation is IAssignmentOperation { Target: IFieldReferenceOperation { Field: var lockField },
                            Value: var value } assignment
                        && locked.Contains(lockField) && IsNew(value) && !frame.IsLocked(assignment))
                        yield return new(
                            operation.Syntax.GetLocation(), frame,
                            [store.Type.Name, $"replaces the lock '{lockField.Name}' while others may hold it"]);
            }
        }
    }

    static bool IsNew(IOperation value) => Operands.Unwrap(value) is IObjectCreationOperation;

    static HashSet<ISymbol> LockedFields(Store store)
    {
        var fields = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var entry in store.EntryPoints)
            foreach (var frame in store.FramesOf(entry))
                foreach (var region in frame.Body.Locks)
                    if (new HeldLock(region, frame).Field is { IsReadOnly: false } lockField)
                        fields.Add(lockField);
        return fields;
    }
}
