using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// Objects that are put into a dictionary: one that came from there changes nothing, one that was made on a miss and is
/// then counted in replaces another caller's.
/// </summary>
internal static class FreshObject
{
    /// <summary>True when the very object that was read is written back.</summary>
    public static bool IsReadBack(Effect write) =>
        write.Values is [var value] && Operands.Unwrap(value) is ILocalReferenceOperation { Type.IsReferenceType: true }
            local
        && write.Frame.Body.DefinitionsOf(local) is { Count: > 0 } definitions
        && definitions.All(definition =>
            IsRead(definition, write) || IsCreation(definition) || IsChangeOfMember(definition))
        && definitions.Any(definition => IsRead(definition, write));

    /// <summary>True when the object was made by this call because there was none, and callers change it.</summary>
    public static bool IsFilledInOnMiss(Effect write, IReadOnlyList<Effect> effects) =>
        write.Values is [var value] && Created(value, write) is { Type: { } type } creation
        && (MissGuard.ReadThatMissed(write) is not null || IsGuarded(creation, write))
        && IsChanged(type, write, effects);

    /// <summary><c>window ??= new()</c> and <c>if (window is null) window = new();</c> before the write.</summary>
    static bool IsGuarded(IOperation creation, Effect write) =>
        creation.Parent is ICoalesceAssignmentOperation or ICoalesceOperation
        || Guards.InBody(creation, write.Frame).Any(guard =>
            guard.Condition is { } condition
            && ValueFlow.ReadsBehind(condition, write.Frame).Any(read => read.IsSamePlaceAs(write)));

    static IOperation? Created(IOperation value, Effect write)
    {
        value = Operands.Unwrap(value);
        if (value is ISimpleAssignmentOperation { Value: var assigned })
            value = Operands.Unwrap(assigned);
        if (IsCreation(value))
            return value;
        return value is ILocalReferenceOperation local
            ? write.Frame.Body.DefinitionsOf(local).Select(Assigned).FirstOrDefault(IsCreation)
            : null;
    }

    static bool IsChangeOfMember(IOperation definition) =>
        definition is IAssignmentOperation { Target: IMemberReferenceOperation };

    static bool IsCreation(IOperation definition) =>
        Assigned(definition) is IObjectCreationOperation { Type.IsReferenceType: true };

    static IOperation Assigned(IOperation definition) => Operands.Unwrap(
        definition is IAssignmentOperation assignment ? assignment.Value : definition);

    static bool IsRead(IOperation definition, Effect write) =>
        write.Frame.EffectsAt(Assigned(definition)).Concat(write.Frame.EffectsAt(definition))
            .Any(effect => effect.Kind == EffectKind.Read && effect.IsSamePlaceAs(write));

    /// <summary>A number of it is written, by whatever means, or a collection of the framework grows.</summary>
    static bool IsChanged(ITypeSymbol type, Effect write, IReadOnlyList<Effect> effects) =>
        effects.Any(effect => effect.Kind is EffectKind.Overwrite or EffectKind.AtomicUpdate
                or EffectKind.CompareAndSet && PlaceOf(effect) is { } place && IsMemberOf(place, type))
        || write.Frame.Operations.OfType<IInvocationOperation>().Any(call =>
            Mutators.IsMutator(call.TargetMethod) && call.Instance is { } instance
            && (SymbolEqualityComparer.Default.Equals(instance.Type, type) || IsMemberOf(instance, type)));

    static IOperation? PlaceOf(Effect effect) => effect.Operation switch
    {
        IAssignmentOperation assignment => assignment.Target,
        IIncrementOrDecrementOperation step => step.Target,
        IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked", Arguments: [var place, ..] } =>
            place.Value,
        _ => null,
    };

    static bool IsMemberOf(IOperation place, ITypeSymbol type) =>
        Operands.Unwrap(place) is IMemberReferenceOperation { Member: var member }
        && SymbolEqualityComparer.Default.Equals(member.ContainingType.OriginalDefinition, type.OriginalDefinition);
}
