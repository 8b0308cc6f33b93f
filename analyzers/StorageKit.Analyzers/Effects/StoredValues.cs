using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Effects;

/// <summary>Everything that what is written was computed from.</summary>
internal static class StoredValues
{
    public static HashSet<(IOperation Part, Frame Frame)> Of(IReadOnlyList<Effect> effects)
    {
        var found = new HashSet<(IOperation, Frame)>();
        foreach (var effect in effects)
            if (effect.Kind is EffectKind.AtomicUpdate or EffectKind.Overwrite or EffectKind.Append
                or EffectKind.CreateOnly or EffectKind.CompareAndSet)
                foreach (var value in ValuesOf(effect))
                    found.UnionWith(ValueFlow.Behind(value, effect.Frame));
        return found;
    }

    /// <summary>Of a statement its operands; of another call what it is given, a delegate's code included.</summary>
    static IEnumerable<IOperation> ValuesOf(Effect effect)
    {
        if (effect is not { Statement: { } statement, Text: { } text })
            return effect.Operation.ChildOperations;
        return ApiCall.From(effect.Operation) is not { } call ? effect.Values
            : effect.Values.Concat(statement.Assignments.SelectMany(assignment => assignment.Operands)
                .SelectMany(operand => SqlParameters.ValuesOf(operand, text, call, effect.Frame)));
    }
}
