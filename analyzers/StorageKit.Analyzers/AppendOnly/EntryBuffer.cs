using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Flow;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>A call that offers an entry to a buffer of this process.</summary>
/// <param name="Call">The call.</param>
/// <param name="Frame">Where it stands.</param>
/// <param name="Field">The buffer's field; null when it is not one.</param>
internal sealed record BufferOffer(IInvocationOperation Call, Frame Frame, ISymbol? Field);

/// <summary>Channels, blocking collections and dataflow blocks that hold entries until somebody writes them.</summary>
internal static class EntryBuffer
{
    public static IReadOnlyList<BufferOffer> OffersIn(IReadOnlyList<Frame> frames)
    {
        var offers = new List<BufferOffer>();
        foreach (var frame in frames)
            foreach (var operation in frame.Operations)
                if (operation is IInvocationOperation call && IsOffer(call.TargetMethod)
                    && StepFinder.TakesEntry(call, frame))
                    offers.Add(new(call, frame, BufferOf(call, frame)));
        return offers;
    }

    static ISymbol? BufferOf(IInvocationOperation call, Frame frame) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } receiver
            ? EntryCollections.FieldOf(receiver, frame) : null;

    static bool IsOffer(IMethodSymbol method) => method.ContainingType.OriginalDefinition.Name switch
    {
        "ChannelWriter" => method.Name is "TryWrite" or "WriteAsync",
        "BlockingCollection" => method.Name is "TryAdd" or "Add",
        "DataflowBlock" => method.Name is "Post" or "SendAsync",
        _ => false,
    };

    public static IEnumerable<(IOperation Place, Frame Frame, string What, string Remedy)> FaultsOf(
        BufferOffer offer, Store store)
    {
        var creations = offer.Field is null ? [] : CreationsOf(offer.Field, store).ToList();
        if (creations.SelectMany(created => created.DescendantsAndSelf()).FirstOrDefault(IsDropMode) is { } mode)
            yield return (mode, offer.Frame,
                $"fills a channel that drops entries with '{((IFieldReferenceOperation)mode).Field.Name}'",
                "Use 'BoundedChannelFullMode.Wait' and await 'WriteAsync'");
        else if (offer.Call.TargetMethod.Name is "TryWrite" or "TryAdd" or "Post" && !creations.Any(IsUnbounded))
        {
            var what = IsIgnored(offer.Call) ? "ignores whether '{0}' took the entry"
                : RefusedOffer.EndsQuietly(offer, store) ? "goes on when '{0}' did not take the entry"
                : null;
            if (what is not null)
                yield return (
                    offer.Call, offer.Frame, what.Replace("{0}", offer.Call.TargetMethod.Name),
                    "Await 'WriteAsync', or throw a 'StorageException' when it was not taken");
        }
    }

    /// <summary>A bool that nobody looks at.</summary>
    static bool IsIgnored(IInvocationOperation call) =>
        call.Type?.SpecialType == SpecialType.System_Boolean
        && call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    static bool IsDropMode(IOperation operation) => operation is IFieldReferenceOperation { Field: {
        Name: "DropOldest" or "DropNewest" or "DropWrite", ContainingType.Name: "BoundedChannelFullMode" } };

    static bool IsUnbounded(IOperation created) => created.DescendantsAndSelf().Any(operation =>
        operation is IInvocationOperation { TargetMethod.Name: "CreateUnbounded" or "CreateUnboundedPrioritized" }
            or IObjectCreationOperation { Type.Name: "BlockingCollection", Arguments: [] }
            or IObjectCreationOperation { Type.Name: "BufferBlock" or "ActionBlock" });

    /// <summary>
    /// What the field is set to, by its initializer and in constructors, locals that lead there included.
    /// </summary>
    static IEnumerable<IOperation> CreationsOf(ISymbol field, Store store)
    {
        if (store.Bodies.InitialValue(field, store.CancellationToken) is { } initial)
        {
            yield return initial;
            if (Operands.Unwrap(initial) is IInvocationOperation { TargetMethod: var factory }
                && store.Bodies.Find(factory, store.CancellationToken) is { } body)
                yield return body.Root;
        }

        foreach (var constructor in field.ContainingType?.InstanceConstructors ?? [])
            foreach (var frame in store.FramesOf(constructor))
                foreach (var operation in frame.Operations)
                    if (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
                        && SymbolEqualityComparer.Default.Equals(target.Member, field))
                        foreach (var (part, _) in ValueFlow.Behind(assignment.Value, frame))
                            yield return part;
    }
}
