using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Flow;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1010: every way on which the member succeeds stores the entry and waits until it is stored. Ways that hang on what
/// a store answered are left alone: an entry that is stored already need not be stored again.
/// </summary>
internal sealed class SuccessNeedsADurableWrite() : StoreRule(Descriptors.SK1010_SuccessNeedsADurableWrite)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly | Promises.DurableOnReturn))
        {
            var steps = store.StepsOf(member.Implementation);
            foreach (var (step, fact, remedy) in NotWaitedFor(steps, store.FramesOf(member.Implementation))
                .Concat(Unfinished(steps, store)))
                yield return new(
                    step.Operation.Syntax.GetLocation(), step.Frame, [member.DisplayName, fact, remedy]);
            if ((member.Promises & Promises.AppendOnly) != 0 && steps.All.Any(step => step.MayStore && TakesEntry(step))
                && new WriteGaps(
                    store.FramesOf(member.Implementation), steps.All.Where(step => step.MayStore
                        || step.Kind == StepKind.Stage),
                    ConditionKind.Setting).Find() is { } gap)
                yield return new(
                    gap.Condition.Syntax.GetLocation(), gap.Frame,
                    [member.DisplayName, $"stores nothing where '{gap.Condition.Syntax}' decides so",
                        "Store the entry there too, or throw a 'StorageException'"]);
        }
    }

    /// <summary>Writes that run on after the member has returned, unless another one is waited for anyway.</summary>
    static IEnumerable<(Step, string, string)> NotWaitedFor(StepFinder steps, IReadOnlyList<Frame> frames)
    {
        if (frames.Any(WaitsForAnother))
            yield break;
        foreach (var step in steps.All)
        {
            if (step.Kind is not (StepKind.Write or StepKind.Flush)
                && !(step.Kind == StepKind.Unknown && TakesEntry(step)))
                continue;
            if (!Observation.IsMissing(step.Operation, step.Frame))
                continue;
            var others = steps.All.Where(other => other.MayStore && TakesEntry(other)
                && (other.Kind != StepKind.MemoryWrite || step.Kind == StepKind.Unknown)
                && !Observation.IsMissing(other.Operation, other.Frame)).ToList();
            if (frames[0].Body.Flow.GraphOf(frames[0].Root) is { } graph
                && new PathSearch(graph) { Stops = StepPlaces.In(graph, frames[0], others) }
                    .ToExit(FlowGraph.Start) is not null)
                yield return (step, "does not wait for this write", "Await it, so that its failure leaves the member");
        }
    }

    /// <summary>
    /// A task that somebody else ends, once the write is done: a <c>TaskCompletionSource</c>'s, or one that is kept.
    /// </summary>
    static bool WaitsForAnother(Frame frame) => frame.Root.DescendantsAndSelf().Any(operation =>
        operation is IPropertyReferenceOperation { Property: { Name: "Task",
            ContainingType.Name: "TaskCompletionSource" } }
            or IAwaitOperation { Operation: IFieldReferenceOperation or IPropertyReferenceOperation });

    static IEnumerable<(Step, string, string)> Unfinished(StepFinder steps, Store store)
    {
        foreach (var step in UnfinishedWrites.In(steps))
            if (step.Kind == StepKind.Begin)
                yield return (step, "writes in a transaction that is not committed on every way", "Commit it");
            else if (step.Frame.EffectsAt(step.Operation).All(effect => effect.Technology != Streams.Technology))
                yield return (step, "adds the entry and does not save it on every way", "Call 'SaveChangesAsync'");
            else if (!BufferedStreams.FlushThemselves(store))
                yield return (step, "leaves the entry in a buffer of this process", "Flush it before returning");
    }

    static bool TakesEntry(Step step) =>
        step.Kind != StepKind.Unknown
        || (step.Operation is IInvocationOperation call && StepFinder.TakesEntry(call, step.Frame));
}
