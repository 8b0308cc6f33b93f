using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// SK3005: bytes that a caller gives are copied before they are kept in memory, and kept bytes before they are given
/// out.
/// </summary>
internal sealed class BufferMustBeCopied() : StoreRule(Descriptors.SK3005_BufferMustBeCopied)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.Members)
        {
            if (member.Role == ContractRole.Save)
                foreach (var effect in store.EffectsOf(member.Implementation))
                    if (IsMemory(effect) && StoredValue(effect) is { } stored
                        && IsCallersBuffer(stored, effect.Frame, member))
                        yield return At(effect, member.DisplayName, "keeps the buffer of its caller");
            if (member.Role == ContractRole.Lookup)
                foreach (var frame in store.FramesOf(member.Implementation))
                    if (frame.Caller is null)
                        foreach (var returned in frame.Body.Returns)
                            if (KeptArray(returned, frame, 8) is { } kept)
                                yield return At(
                                    MemberEffect.At(kept, frame), member.DisplayName,
                                        "gives out the array that it keeps");
        }
    }

    static bool IsMemory(Effect effect) =>
        effect.Technology.Name is "ConcurrentDictionary" or "Dictionary"
        && effect.Kind is EffectKind.Overwrite or EffectKind.CreateOnly;

    static IOperation? StoredValue(Effect effect) =>
        effect.Values.FirstOrDefault() ?? (effect.Operation is ISimpleAssignmentOperation { Value: var value }
            ? value : null);

    static bool IsCallersBuffer(IOperation value, Frame frame, ContractMember member)
    {
        value = Operands.Unwrap(value);
        return value is IParameterReferenceOperation { Parameter: var parameter }
            && (frame.Argument(parameter) is var (passed, caller)
                ? IsCallersBuffer(passed, caller, member)
                : parameter.Type.Name == "ReadOnlyMemory"
                    && SymbolEqualityComparer.Default.Equals(
                        parameter.ContainingSymbol.OriginalDefinition, member.Implementation.OriginalDefinition));
    }

    /// <summary>The operand that is an array of the store's dictionary as it is kept there, or null.</summary>
    static IOperation? KeptArray(IOperation value, Frame frame, int steps)
    {
        if (steps <= 0)
            return null;
        value = Operands.Unwrap(value);
        switch (value)
        {
            case IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [var wrapped] }:
                return KeptArray(wrapped.Value, frame, steps - 1);
            case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "ValueTask"
                or "Task" } } made:
                return KeptArray(made.Arguments[0].Value, frame, steps - 1);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return KeptArray(choice.WhenTrue, frame, steps - 1) ?? KeptArray(otherwise, frame, steps - 1);
            case ICoalesceOperation choice:
                return KeptArray(choice.Value, frame, steps - 1);
        }

        return IsBytes(value) && IsKept(value, frame) ? value : null;
    }

    static bool IsKept(IOperation value, Frame frame)
    {
        if (value is ILocalReferenceOperation local)
            return frame.Body.DefinitionsOf(local) is [var definition]
                && IsKept(Operands.Unwrap(definition), frame);
        return frame.EffectsAt(value).Any(effect => effect.Kind == EffectKind.Read
            && effect.Technology.Name is "ConcurrentDictionary" or "Dictionary");
    }

    static bool IsBytes(IOperation value) =>
        value.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte };
}
