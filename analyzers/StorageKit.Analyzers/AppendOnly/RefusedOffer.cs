using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Flow;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// What a method does with an entry that a buffer did not take: <c>if (!writer.TryWrite(entry)) dropped++;</c> loses
/// it. Waiting, trying again and throwing do not.
/// </summary>
internal static class RefusedOffer
{
    /// <summary>True when the way on which the buffer refused, and no other test decides, ends as success.</summary>
    public static bool EndsQuietly(BufferOffer offer, Store store)
    {
        var (call, frame) = (offer.Call, offer.Frame);
        if (frame.Body.Flow.GraphOf(call) is not { } graph || graph.Find(call) is not { } place
            || BodyFlow.FunctionAround(call) is IAnonymousFunctionOperation
            || (frame.CallSite is { } site && Answers.AreUsed(site)) || CompletesACaller(frame))
            return false;
        var others = store.StepsOf(frame.EntryPoint).All
            .Where(step => step.MayStore && step.Operation != call);
        var stops = StepPlaces.In(graph, frame, others);
        stops.Remove(place);
        var asked = false;
        var search = new PathSearch(graph)
        {
            Stops = stops,
            Accepts = value => Answers.SaySuccess(value, null),
            MayTake = decision =>
            {
                var isAboutIt = IsAnswer(decision.Condition, call, graph, frame);
                asked |= isAboutIt;
                return isAboutIt && !decision.Outcome;
            },
        };
        return search.ToExit(place with { Index = place.Index + 1 }) is not null && asked;
    }

    static bool IsAnswer(IOperation condition, IInvocationOperation call, FlowGraph graph, Frame frame) =>
        Operands.Unwrap(condition) switch
        {
            IInvocationOperation { Syntax: var syntax } => syntax == call.Syntax,
            IFlowCaptureReferenceOperation capture =>
                graph.PartsOf(capture).Skip(1).FirstOrDefault() is IInvocationOperation { Syntax: var kept }
                && kept == call.Syntax,
            ILocalReferenceOperation local => frame.Body.Flow.OriginalOf(local) is ILocalReferenceOperation use
                && frame.Body.DefinitionsOf(use) is [var only] && Operands.Unwrap(only) == call,
            _ => false,
        };

    /// <summary>Who waits for the entry is told by a <c>TaskCompletionSource</c>.</summary>
    static bool CompletesACaller(Frame frame) => frame.Operations.Any(operation =>
        operation is IMemberReferenceOperation { Member.ContainingType.Name: "TaskCompletionSource" }
            or IInvocationOperation { TargetMethod.ContainingType.Name: "TaskCompletionSource" });
}
