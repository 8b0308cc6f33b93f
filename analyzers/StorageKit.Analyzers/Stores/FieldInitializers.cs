using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// The values that a store's fields and automatic properties start with, as bodies that can be walked.
/// </summary>
internal static class FieldInitializers
{
    public static IEnumerable<MethodBody> Of(Store store)
    {
        for (var type = store.Type; type is not null; type = type.BaseType)
            foreach (var member in type.GetMembers())
                if (member is IFieldSymbol { IsConst: false, AssociatedSymbol: null }
                        or IPropertySymbol { IsIndexer: false }
                    && type.InstanceConstructors.FirstOrDefault() is { } constructor
                    && store.Bodies.FindInitializer(member, constructor, store.CancellationToken) is { } body)
                    yield return body;
    }
}
