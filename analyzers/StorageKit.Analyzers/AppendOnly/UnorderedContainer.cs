using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>Which containers lose the order in which entries were put in.</summary>
internal static class UnorderedContainer
{
    /// <summary>The container's name, or null for one that keeps the order, or whose entries carry a number.</summary>
    public static string? Of(Effect put, ISymbol field)
    {
        if (ApiCall.From(put.Operation) is not { Receiver: { } receiver } call || HasNumber(call, put.Frame))
            return null;
        var type = TypeOf(receiver, field, put.Frame) as INamedTypeSymbol;
        return type?.OriginalDefinition.Name switch
        {
            "ConcurrentBag" or "HashSet" or "ImmutableHashSet" or "PriorityQueue" => type.Name,
            "Stack" or "ConcurrentStack" or "ImmutableStack" when !IsReversed(field, put.Frame) => type.Name,
            "BlockingCollection" => BackingOf(field, put.Frame),
            "Dictionary" or "ConcurrentDictionary" when !IsNumber(type.TypeArguments[0]) => type.Name,
            _ => null,
        };
    }

    /// <summary>What a field of an interface's type is made as; null where that is not known.</summary>
    static ITypeSymbol? TypeOf(IOperation receiver, ISymbol field, Frame frame) =>
        receiver.Type is not { TypeKind: TypeKind.Interface } type ? receiver.Type
        : frame.Store.Bodies.InitialValue(field, frame.Store.CancellationToken) is { } initial
            && Operands.Unwrap(initial) is IObjectCreationOperation { Type: { } made } ? made
        : type;

    /// <summary>A position that the store counts makes up for the container: readers sort by it.</summary>
    static bool HasNumber(ApiCall call, Frame frame) =>
        call.Arguments.Concat(call.IsSetter ? [call.Argument(-1)!] : [])
            .Any(argument => HasNumber(argument, frame, []));

    static bool HasNumber(IOperation operation, Frame frame, HashSet<IOperation> seen)
    {
        if (!seen.Add(operation) || operation is IDelegateCreationOperation)
            return false;
        switch (operation)
        {
            case IIncrementOrDecrementOperation or ICompoundAssignmentOperation:
            case IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked" }:
            case IMemberReferenceOperation { Member: IFieldSymbol { IsConst: false, IsStatic: false } }:
            case IPropertyReferenceOperation { Property.Name: "Seq" or "Count",
                Parent: ITupleOperation or IArgumentOperation
                or IConversionOperation }:
                return true;
            case ILocalReferenceOperation local:
                return frame.Body.DefinitionsOf(local).Any(definition => HasNumber(definition, frame, seen));
            case IInvocationOperation call when frame.CalleeAt(call) is { } callee:
                return callee.Body.Operations.Any(inner => HasNumber(inner, callee, seen));
        }

        return operation.ChildOperations.Any(child => HasNumber(child, frame, seen));
    }

    /// <summary>What a BlockingCollection takes from; without an argument, a queue.</summary>
    static string? BackingOf(ISymbol field, Frame frame) =>
        frame.Store.Bodies.InitialValue(field, frame.Store.CancellationToken) is { } initial
        && Operands.Unwrap(initial) is IObjectCreationOperation { Arguments: [var backing, ..] }
        && Operands.Unwrap(backing.Value).Type is { Name: "ConcurrentBag" or "ConcurrentStack" } type
            ? $"BlockingCollection over a {type.Name}" : null;

    /// <summary>A stack that is read backwards gives the order back.</summary>
    static bool IsReversed(ISymbol field, Frame frame)
    {
        foreach (var entry in frame.Store.EntryPoints)
            foreach (var reached in frame.Store.FramesOf(entry))
                foreach (var operation in reached.Operations)
                    if (operation is IInvocationOperation { TargetMethod.Name: "Reverse" } call
                        && ApiCall.From(call)?.Receiver is { } receiver
                        && SymbolEqualityComparer.Default.Equals(EntryCollections.FieldOf(receiver, reached), field))
                        return true;
        return false;
    }

    static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
