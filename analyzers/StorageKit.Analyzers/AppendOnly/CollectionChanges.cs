using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.AtomicCounter;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>What takes entries out of a collection, or writes over them.</summary>
internal static class CollectionChanges
{
    public static List<(Effect Effect, ISymbol Field, string What)> Of(Store store, List<ISymbol> logs)
    {
        var found = new List<(Effect, ISymbol, string)>();
        foreach (var entry in store.EntryPoints)
        {
            if (entry.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor
                || entry.Name is "Dispose" or "DisposeAsync")
                continue;
            foreach (var effect in store.EffectsOf(entry))
                if (EntryCollections.IsInMemory(effect.Technology) && EntryCollections.FieldOf(effect) is { } field
                    && Contains(logs, field) && !IsTakenBack(effect.Operation) && IsKept(effect)
                    && Describe(effect) is { } what)
                    found.Add((effect, field, what));
            foreach (var frame in store.FramesOf(entry))
                foreach (var operation in frame.Operations)
                    if (Replaced(operation, frame) is var (field, what) && Contains(logs, field)
                        && !IsTakenBack(operation))
                        found.Add((new(EffectKind.Overwrite, Sequences.Technology, operation, frame), field, what));
        }

        return found;
    }

    /// <summary>Arrays that the member writes entries into, at an index that comes round again.</summary>
    public static IEnumerable<ISymbol> Rings(EntryWrites writes)
    {
        foreach (var frame in writes.Frames)
            foreach (var operation in frame.Operations)
                if (operation is ISimpleAssignmentOperation
                    { Target: IArrayElementReferenceOperation element } assignment
                    && IsRing(element, frame) && EntryFlow.CarriesEntry(assignment.Value, frame)
                    && EntryCollections.FieldOf(element, frame) is { } field)
                    yield return field;
    }

    static string? Describe(Effect effect) => effect.Kind switch
    {
        EffectKind.Delete => "takes entries out of",
        EffectKind.Truncate => "empties",
        EffectKind.Overwrite when ApiCall.From(effect.Operation) is { } call => call.Member.Name switch
        {
            "Insert" or "InsertRange" => IsCount(call.Argument(0)) ? null : "puts an entry before others into",
            "AddFirst" => "puts an entry before others into",
            "Sort" or "Reverse" => "reorders",
            _ => MissGuard.ReadThatMissed(effect) is null ? "replaces an entry of" : null,
        },
        _ => null,
    };

    static (ISymbol Field, string What)? Replaced(IOperation operation, Frame frame) => operation switch
    {
        ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation element }
            when IsRing(element, frame) && EntryCollections.FieldOf(element, frame) is { } field =>
            (field, "writes over the oldest entry of"),
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
            when IsFresh(assignment.Value) => (target.Member, "throws away"),
        IInvocationOperation { TargetMethod: { Name: "Exchange", ContainingType.Name: "Interlocked" },
            Arguments: [{ Value: IMemberReferenceOperation target }, var value],
            Parent: IExpressionStatementOperation } when IsFresh(value.Value) => (target.Member, "throws away"),
        _ => null,
    };

    /// <summary>An empty collection, or one made from a part of the old one.</summary>
    static bool IsFresh(IOperation value) => Operands.Unwrap(value) switch
    {
        IObjectCreationOperation { Arguments: var arguments, Initializer: null or { Initializers.IsEmpty: true } } =>
            arguments.All(argument => argument.Value.Type?.SpecialType is SpecialType.System_Int32)
            || arguments.Any(argument => IsPart(argument.Value)),
        ICollectionExpressionOperation { Elements.IsEmpty: true } => true,
        IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true } } => true,
        IPropertyReferenceOperation { Property: { Name: "Empty", IsStatic: true } } => true,
        var other => IsPart(other),
    };

    static bool IsPart(IOperation value) => value.DescendantsAndSelf().Any(operation =>
        operation is IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable",
            Name: "Skip" or "TakeLast" or "SkipWhile" or "Where" or "Take" } });

    static bool IsRing(IArrayElementReferenceOperation element, Frame frame) =>
        element.Indices.Any(index => IsRemainder(index)
            || (Operands.Unwrap(index) is ILocalReferenceOperation local
                && frame.Body.DefinitionsOf(local).Any(IsRemainder))
            || (Operands.Unwrap(index) is IFieldReferenceOperation { Field: var field }
                && frame.Operations.Any(operation => operation is ISimpleAssignmentOperation
                    { Target: IFieldReferenceOperation target } assignment
                    && SymbolEqualityComparer.Default.Equals(target.Field, field) && IsRemainder(assignment.Value))));

    static bool IsRemainder(IOperation index) => index.DescendantsAndSelf()
        .Any(operation => operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder });

    /// <summary>An immutable collection is changed only where the new one takes its place.</summary>
    static bool IsKept(Effect effect)
    {
        if (effect.Technology != Sequences.Immutable)
            return true;
        for (var parent = effect.Operation.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
            if (parent is IAssignmentOperation { Target: IMemberReferenceOperation })
                return true;
        return false;
    }

    static bool IsCount(IOperation? index) =>
        index is not null && Operands.Unwrap(index) is IPropertyReferenceOperation { Property.Name: "Count" };

    /// <summary>In a handler: what was added a moment ago, and failed, goes out again.</summary>
    static bool IsTakenBack(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is ICatchClauseOperation)
                return true;
        return false;
    }

    static bool Contains(List<ISymbol> logs, ISymbol field) =>
        logs.Any(log => SymbolEqualityComparer.Default.Equals(log, field));
}
