using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Flow;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1012: a buffer between an append-only member and its store takes every entry or makes the caller wait, and is
/// emptied before the process ends. A copy beside a write that the member waits for may be dropped.
/// </summary>
internal sealed class BufferMustNotDropEntries() : StoreRule(Descriptors.SK1012_BufferMustNotDropEntries)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var frames = store.FramesOf(member.Implementation);
            var steps = store.StepsOf(member.Implementation);
            var offers = EntryBuffer.OffersIn(frames);
            if (offers.Count > 0 && steps.All.All(step => !IsAnotherWrite(step, offers)))
                foreach (var (place, frame, what, remedy) in offers.SelectMany(offer =>
                    EntryBuffer.FaultsOf(offer, store)))
                    yield return new(place.Syntax.GetLocation(), frame, [member.DisplayName, what, remedy]);
            if (new WriteGaps(
                frames, steps.All.Where(step => step.MayStore || step.Kind == StepKind.Stage),
                ConditionKind.Setting, ConditionKind.Fullness).Find() is { Kind: ConditionKind.Fullness } gap)
                yield return new(
                    gap.Condition.Syntax.GetLocation(), gap.Frame,
                    [member.DisplayName, $"drops the entry when '{gap.Condition.Syntax}' says that there is no room",
                        "Wait for room, or throw a 'StorageException'"]);
        }
    }

    /// <summary>The entry is stored beside the buffer, or may be: the buffer holds a copy.</summary>
    static bool IsAnotherWrite(Step step, IReadOnlyList<BufferOffer> offers) =>
        step.MayStore && offers.All(offer => offer.Call != step.Operation)
        && (step.Kind != StepKind.Unknown
            || (step.Operation is Microsoft.CodeAnalysis.Operations.IInvocationOperation call
                && StepFinder.TakesEntry(call, step.Frame)));
}
