using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2010: a value that other processes share is not guarded by a lock of this process alone. Files, SQLite and
/// connections of an abstract type are not known to be shared.
/// </summary>
internal sealed class SharedStoreNeedsMoreThanALock() : StoreRule(Descriptors.SK2010_SharedStoreNeedsMoreThanALock)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
            foreach (var (_, write, _) in StaleWrite.In(
                store.EffectsOf(member.Implementation), StaleCause.ProcessLocal))
                yield return At(
                    write, member.DisplayName, ReadModifyWriteMustBeOneStep.Describe(write),
                    write.Technology.AtomicStep);
    }
}
