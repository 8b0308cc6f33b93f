using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2013: a transaction around a read and the write that was computed from it keeps others from writing in between;
/// READ COMMITTED, which servers take by default, does not.
/// </summary>
internal sealed class TransactionMustKeepOthersOut() : StoreRule(Descriptors.SK2013_TransactionMustKeepOthersOut)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
            foreach (var (_, write, _) in StaleWrite.In(
                store.EffectsOf(member.Implementation), StaleCause.WeakTransaction))
                yield return At(write, member.DisplayName, ReadModifyWriteMustBeOneStep.Describe(write));
    }
}
