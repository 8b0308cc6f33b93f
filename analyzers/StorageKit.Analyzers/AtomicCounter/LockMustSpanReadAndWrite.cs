using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2008: one critical section covers a read and the write that was computed from it. Fields are looked at in every
/// method of a store with an atomic member, because callers share the store.
/// </summary>
internal sealed class LockMustSpanReadAndWrite() : StoreRule(Descriptors.SK2008_LockMustSpanReadAndWrite)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        var atomic = store.MembersWith(Promises.AtomicReadModifyWrite).ToList();
        foreach (var member in atomic)
            foreach (var (read, write, _) in StaleWrite.In(
                store.EffectsOf(member.Implementation), StaleCause.Split))
                if (!DictionaryDelegate.Encloses(write.Operation))
                    yield return At(write, member.DisplayName, Fault(read, write));
        if (atomic.Count == 0)
            yield break;
        foreach (var entry in store.EntryPoints)
            if (entry.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor))
                foreach (var (read, write, _) in StaleWrite.In(store.EffectsOf(entry), StaleCause.Split))
                    if (write.Technology == Fields.Technology && !DictionaryDelegate.Encloses(write.Operation))
                        yield return At(write, store.Type.Name, Fault(read, write));
    }

    static string Fault(Effect read, Effect write) =>
        !write.IsLocked ? "reads under a lock and writes what it computed after the lock is left"
        : !read.IsLocked ? "reads before it takes the lock that it writes under"
        : "reads under a lock, leaves it, and takes one again to write";
}
