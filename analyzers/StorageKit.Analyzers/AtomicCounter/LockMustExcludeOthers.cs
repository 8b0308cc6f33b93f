using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2009: every caller of a store locks the same object: not one that the call made, not one that is replaced, not one
/// per instance for what all instances share, not two for one value.
/// </summary>
internal sealed class LockMustExcludeOthers() : StoreRule(Descriptors.SK2009_LockMustExcludeOthers)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var held in Locks(store))
            if (LockObject.FaultOf(held) is { } fault)
                yield return new(held.Location, held.Frame, [store.Type.Name, $"locks {fault}"]);
        foreach (var violation in ReplacedLock.Find(store))
            yield return violation;
        foreach (var violation in WrongLock.Find(store))
            yield return violation;
    }

    static IEnumerable<HeldLock> Locks(Store store)
    {
        foreach (var entry in store.EntryPoints)
            foreach (var frame in store.FramesOf(entry))
                foreach (var region in frame.Body.Locks)
                    if (region.Lock is { } target && frame.Root.Syntax.Span.Contains(target.Syntax.Span))
                        yield return new(region, frame);
    }
}
