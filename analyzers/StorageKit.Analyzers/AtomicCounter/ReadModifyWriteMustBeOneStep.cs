using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2001: an atomic member does not read a value in one call and write what it made of it in another. Fields have
/// SK2007 for that, and concurrent dictionaries SK2005.
/// </summary>
internal sealed class ReadModifyWriteMustBeOneStep() : StoreRule(Descriptors.SK2001_ReadModifyWriteMustBeOneStep)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
            foreach (var (_, write, _) in StaleWrite.In(
                store.EffectsOf(member.Implementation), StaleCause.Unprotected))
                if (write.Technology != Fields.Technology && write.Technology != ConcurrentCollections.Technology)
                    yield return At(write, member.DisplayName, Describe(write), write.Technology.AtomicStep);
    }

    /// <summary>What is read and written, as a message names it.</summary>
    public static string Describe(Effect write) =>
        write.Statement?.Table is { } table && table.IndexOf('{') < 0
            ? $"table '{table}'" : $"a value of {write.Technology.Name}";
}
