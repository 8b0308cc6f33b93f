using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2016: the amount on its way to the store, and the total on its way to the caller, are in no type that cuts them
/// off or rounds them, unless the code looks at their size before.
/// </summary>
internal sealed class NumbersMustKeepTheirRange() : StoreRule(Descriptors.SK2016_NumbersMustKeepTheirRange)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
        {
            var frames = store.FramesOf(member.Implementation);
            var amounts = new HashSet<Narrowing>();
            foreach (var frame in frames)
                amounts.UnionWith(Narrowing.In(frame).Where(found => GivenAmount.Is(found.Number, frame)));
            if (amounts.Count > 0 && !frames.Any(SizeCheck.IsIn))
            {
                var stored = StoredValues.Of(store.EffectsOf(member.Implementation));
                foreach (var amount in amounts)
                    if (stored.Contains((amount.Operation, amount.Frame)))
                        yield return Narrows(amount, member, "the amount");
            }

            if (frames is [var entry, ..] && Narrowing.IsWide(entry.Body.Method.ReturnType))
                foreach (var total in Totals(entry))
                    yield return Narrows(total, member, "the total");
        }
    }

    static Violation Narrows(Narrowing found, ContractMember member, string what) =>
        new(found.Operation.Syntax.GetLocation(), found.Frame, [member.DisplayName, what, found.Type]);

    /// <summary>What is returned, and was made narrow after the store had answered it.</summary>
    static IEnumerable<Narrowing> Totals(Frame entry)
    {
        foreach (var returned in entry.Body.Returns)
            foreach (var (part, frame) in ValueFlow.Behind(returned, entry))
                if (Narrowing.At(part, frame) is { } found && !found.IsCompared && !GivenAmount.Is(found.Number, frame)
                    && Sources.Any(found.Number, frame, static (operation, at) => at.EffectsAt(operation).Any(
                        effect => effect.Kind is EffectKind.AtomicUpdate or EffectKind.Execute)))
                    yield return found;
    }
}
