using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2011: a method that enters a lock and leaves it again leaves it once, on every way out. A lock that another method
/// leaves, or a lease or timer, is somebody else's to release.
/// </summary>
internal sealed class LockMustBeReleasedOnce() : StoreRule(Descriptors.SK2011_LockMustBeReleasedOnce)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        var seen = new HashSet<MethodBody>();
        foreach (var entry in store.EntryPoints)
            foreach (var frame in store.FramesOf(entry))
                if (seen.Add(frame.Body))
                    foreach (var enter in frame.Body.LockEnters)
                        if (enter.Scope != LockScope.Store
                            && new LockRelease(enter, frame.Body).Fault is var (fault, effect))
                            yield return new(enter.Call.Syntax.GetLocation(), frame, [store.Type.Name, fault, effect]);
    }
}
