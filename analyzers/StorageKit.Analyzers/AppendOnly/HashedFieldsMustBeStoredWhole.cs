using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1017: what the hash of an entry was made from is stored so that the hash can be made again: nanoseconds, not the
/// milliseconds that a column takes, and the payload to its end.
/// </summary>
internal sealed class HashedFieldsMustBeStoredWhole() : StoreRule(Descriptors.SK1017_HashedFieldsMustBeStoredWhole)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var cuts = new List<FieldCut>();
            foreach (var frame in store.FramesOf(member.Implementation))
                cuts.AddRange(FieldCut.In(frame));
            if (cuts.Count == 0)
                continue;
            var stored = StoredValues.Of(store.EffectsOf(member.Implementation));
            if (stored.Any(part => FieldCut.IsWholeEntry(part.Part)))
                continue;
            foreach (var cut in cuts)
                if (stored.Contains((cut.Operation, cut.Frame))
                    && !stored.Any(part => FieldCut.FieldOf(part.Part) == cut.Field
                        && !cuts.Any(other => other.Source == part.Part)))
                    yield return new(
                        cut.Operation.Syntax.GetLocation(), cut.Frame, [member.DisplayName, cut.Field, cut.Fact]);
        }
    }
}
