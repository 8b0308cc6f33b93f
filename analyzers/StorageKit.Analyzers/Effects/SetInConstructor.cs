using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// What a readonly field or property without an initializer gets in the only constructor that sets it.
/// </summary>
internal static class SetInConstructor
{
    public static (IOperation Value, Frame Frame)? Find(ISymbol member, Store store)
    {
        (IOperation, Frame)? found = null;
        foreach (var constructor in member.ContainingType.InstanceConstructors)
        {
            if (store.Bodies.Find(constructor, store.CancellationToken) is not { } body)
                continue;
            foreach (var operation in body.Operations)
                if (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
                    && SymbolEqualityComparer.Default.Equals(
                        target.Member.OriginalDefinition, member.OriginalDefinition))
                {
                    if (found is not null)
                        return null;
                    found = (assignment.Value, new Frame(body, body.Root, store));
                }
        }

        return found;
    }
}
