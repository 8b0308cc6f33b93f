using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// Whether what a collection holds goes on to somebody else: then the collection is a buffer, and taking entries out of
/// it is no loss.
/// </summary>
internal static class Contents
{
    /// <summary>True when any method of the store hands entries from the field on, or gives removed ones out.</summary>
    public static bool AreHandedOn(ISymbol field, Store store)
    {
        foreach (var entry in store.EntryPoints)
        {
            var removes = store.EffectsOf(entry).Any(effect =>
                effect.Kind is EffectKind.Delete or EffectKind.Truncate && Is(EntryCollections.FieldOf(effect), field));
            foreach (var frame in store.FramesOf(entry))
                foreach (var operation in frame.Operations)
                    if (operation is IInvocationOperation call && frame.CalleeAt(call) is null
                        && !frame.EffectsAt(call).Any(effect => EntryCollections.IsInMemory(effect.Technology))
                        && !EntryWrites.IsHarmless(call.TargetMethod.ContainingType)
                        && call.Arguments.Any(argument => IsContent(argument.Value, field, frame, []))
                        || removes && operation is IReturnOperation { ReturnedValue: { } value }
                        && IsContent(value, field, frame, []))
                        return true;
        }

        return false;
    }

    static bool IsContent(IOperation value, ISymbol field, Frame frame, HashSet<(IOperation, Frame)> seen) =>
        !IsNumber(Operands.Unwrap(value).Type) && ComesFrom(value, field, frame, seen);

    static bool ComesFrom(IOperation operation, ISymbol field, Frame frame, HashSet<(IOperation, Frame)> seen)
    {
        if (!seen.Add((operation, frame)))
            return false;
        switch (operation)
        {
            case IMemberReferenceOperation { Member: var member } when Is(member, field):
                return true;
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Is(parameter, field)
                    || (frame.Argument(parameter) is var (argument, caller)
                        && ComesFrom(argument, field, caller, seen));
            case ILocalReferenceOperation local:
                return frame.Body.DefinitionsOf(local).Any(definition => ComesFrom(definition, field, frame, seen));
            case IInvocationOperation or IPropertyReferenceOperation when frame.CalleeAt(operation) is { } callee:
                return callee.Body.Returns.Any(returned => ComesFrom(returned, field, callee, seen));
            case IPropertyReferenceOperation { Type: { } type } when IsNumber(type):
                return false;
        }

        return operation.ChildOperations.Any(child => ComesFrom(child, field, frame, seen));
    }

    static bool Is(ISymbol? symbol, ISymbol field) => SymbolEqualityComparer.Default.Equals(symbol, field);

    static bool IsNumber(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum }
            or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double };
}
