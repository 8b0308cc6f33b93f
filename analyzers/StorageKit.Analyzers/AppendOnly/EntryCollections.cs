using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// The collections, kept in fields, that an append-only member puts entries into. They are the log only when nothing
/// else gets the entry: beside a table or another sink they are a cache or a buffer.
/// </summary>
internal static class EntryCollections
{
    const int MaxSteps = 8;

    public static bool IsInMemory(Technology technology) =>
        technology == Sequences.Technology || technology == Sequences.Immutable
        || technology == Dictionaries.Technology || technology == ConcurrentCollections.Technology;

    /// <summary>
    /// The effects that put an entry into a collection, each with the field that keeps the collection. A class beside
    /// the store may be a queue whose other end the store does not see.
    /// </summary>
    public static List<(Effect Effect, ISymbol Field)> Find(EntryWrites writes)
    {
        var found = new List<(Effect, ISymbol)>();
        foreach (var effect in writes.Reached)
            if (IsInMemory(effect.Technology) && EntryOf(effect) is { } value && !IsCollection(value.Type)
                && EntryFlow.CarriesEntry(value, effect.Frame) && FieldOf(effect) is { } field
                && effect.Frame.Store.IsFamily(field.ContainingType))
                found.Add((effect, field));
        return found;
    }

    /// <summary>
    /// The field that a call's collection hangs on, through indexers, lookups, locals and parameters.
    /// </summary>
    public static ISymbol? FieldOf(Effect effect) =>
        ApiCall.From(effect.Operation)?.Receiver is { } receiver ? FieldOf(receiver, effect.Frame, MaxSteps) : null;

    /// <summary>The field that an operand hangs on.</summary>
    public static ISymbol? FieldOf(IOperation operand, Frame frame) => FieldOf(operand, frame, MaxSteps);

    static ISymbol? FieldOf(IOperation operand, Frame frame, int steps)
    {
        if (steps <= 0)
            return null;
        switch (Operands.RootOf(operand))
        {
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member:
                return member.Member;
            case IParameterReferenceOperation { Parameter: var parameter }:
                return frame.Argument(parameter) is var (argument, caller) ? FieldOf(argument, caller, steps - 1)
                    : parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
                        && frame.Body.Method.MethodKind != MethodKind.Constructor ? parameter
                    : null;
            case ILocalReferenceOperation local:
                foreach (var definition in frame.Body.DefinitionsOf(local))
                    if (FieldOf(definition is ISimpleAssignmentOperation assignment ? assignment.Value : definition,
                        frame, steps - 1) is { } field)
                        return field;
                return null;
            case IInvocationOperation call when frame.CalleeAt(call) is { Body.Returns: [var returned, ..] } callee:
                return FieldOf(returned, callee, steps - 1);
            default:
                return null;
        }
    }

    /// <summary>
    /// What is put in; a lookup that adds (<c>GetOrAdd(hash, entry)</c>) puts in its second argument.
    /// </summary>
    static IOperation? EntryOf(Effect effect) =>
        effect.Kind is EffectKind.Append or EffectKind.CreateOnly or EffectKind.Overwrite
            ? effect.Values.FirstOrDefault()
                ?? (ApiCall.From(effect.Operation) is { IsSetter: true } setter ? setter.Argument(-1) : null)
        : ApiCall.From(effect.Operation) is { Member.Name: "GetOrAdd" or "AddOrUpdate" } call
            && call.Argument(1) is { } value && Operands.Unwrap(value) is not IDelegateCreationOperation ? value
        : null;

    /// <summary>A list under a session's key is ordered in itself.</summary>
    static bool IsCollection(ITypeSymbol? type) =>
        type is not null and not IArrayTypeSymbol && type.SpecialType != SpecialType.System_String
        && type.AllInterfaces.Any(candidate =>
            candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
}
