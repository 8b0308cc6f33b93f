using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2007: a store with an atomic member does not update a number in a field by reading and writing it, in any method,
/// because callers share the store. Constructors run before it is shared; a dictionary's delegates have SK2006.
/// </summary>
internal sealed class CounterFieldMustBeUpdatedAtomically()
    : StoreRule(Descriptors.SK2007_CounterFieldMustBeUpdatedAtomically)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        if (!store.MembersWith(Promises.AtomicReadModifyWrite).Any())
            yield break;
        foreach (var (_, write, _) in store.EntryPoints
            .SelectMany(entry => StaleWrite.In(store.EffectsOf(entry), StaleCause.Unprotected)))
            if (write.Field is { } field
                && !DictionaryDelegate.Encloses(write.Operation)
                && write.Frame.EntryPoint.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor))
                yield return At(write, store.Type.Name, field.Name);
    }
}
