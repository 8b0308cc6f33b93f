using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>Whether an object may be seen by other callers. Unknown is not shared: rules stay silent.</summary>
internal static class Sharing
{
    const int MaxSteps = 16;

    public static bool IsShared(IOperation instance, Frame frame) => IsShared(instance, frame, MaxSteps);

    static bool IsShared(IOperation instance, Frame frame, int steps) => steps > 0 && Operands.Unwrap(instance) switch
    {
        IInstanceReferenceOperation => frame.IsThisShared(),
        IFieldReferenceOperation { Field: { IsConst: false } field } reference =>
            !IsPerThread(field)
                && (field.IsStatic || (reference.Instance is { } owner && IsShared(owner, frame, steps - 1))),
        IPropertyReferenceOperation { Property.IsIndexer: true } reference when IsStoreRead(reference, frame) => true,
        IPropertyReferenceOperation { Property.IsIndexer: false } reference =>
            reference.Instance is null || IsShared(reference.Instance, frame, steps - 1),
        IArrayElementReferenceOperation element => IsShared(element.ArrayReference, frame, steps - 1),
        IInvocationOperation call when IsStoreRead(call, frame) => true,
        IInvocationOperation call when frame.CalleeAt(call) is { } callee =>
            callee.Body.Returns.Any(value => IsShared(value, callee, steps - 1)),
        IParameterReferenceOperation { Parameter: var parameter }
            when frame.Argument(parameter) is var (value, caller) =>
            IsShared(value, caller, steps - 1),
        // A primary constructor's parameter that a method uses is a field in disguise.
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } owner } =>
            frame.Body.Method.MethodKind != MethodKind.Constructor && owner.ContainingType.IsReferenceType
                && frame.IsThisShared(),
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } } local =>
            frame.Body.DefinitionsOf(local).Any(definition => IsShared(Assigned(definition), frame, steps - 1)),
        _ => false,
    };

    static IOperation Assigned(IOperation definition) =>
        definition is ISimpleAssignmentOperation assignment ? assignment.Value : definition;

    /// <summary>Taken from a collection or cache of this process, which hands the same object to everybody.</summary>
    static bool IsStoreRead(IOperation operation, Frame frame) =>
        frame.EffectsAt(operation).Any(effect =>
            effect.Kind == EffectKind.Read && !effect.Technology.IsSharedStore && effect.Field is null
            && ReceiverIsShared(operation, frame));

    static bool ReceiverIsShared(IOperation operation, Frame frame) =>
        ApiCall.From(operation) is { Receiver: { } receiver } && IsShared(receiver, frame, MaxSteps / 2);

    static bool IsPerThread(IFieldSymbol field) =>
        field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");
}
