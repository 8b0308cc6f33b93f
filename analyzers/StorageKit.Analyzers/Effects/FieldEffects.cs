using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// Reads and writes of numeric fields and automatic properties that other callers see too. Per-call objects, locals and
/// [ThreadStatic] fields have no effects.
/// </summary>
internal static class FieldEffects
{
    public static Effect? At(IOperation operation, Frame frame) => operation switch
    {
        ISimpleAssignmentOperation assignment when IsCounter(assignment.Target, frame) =>
            Make(EffectKind.Overwrite, operation, assignment.Target, assignment.Value, frame),
        ICompoundAssignmentOperation assignment when IsCounter(assignment.Target, frame) =>
            Make(EffectKind.Overwrite, operation, assignment.Target, assignment, frame),
        IIncrementOrDecrementOperation step when IsCounter(step.Target, frame) =>
            Make(EffectKind.Overwrite, operation, step.Target, step, frame),
        IMemberReferenceOperation or IArrayElementReferenceOperation
            when !IsAssigned(operation) && !IsGivenToInterlocked(operation) && IsCounter(operation, frame) =>
            Make(EffectKind.Read, operation, operation, null, frame),
        _ => null,
    };

    static Effect Make(EffectKind kind, IOperation operation, IOperation place, IOperation? value, Frame frame) =>
        new(kind, Fields.Technology, operation, frame)
        {
            Target = Identity.Of(place, frame),
            Values = value is null ? [] : [value],
            Field = MemberOf(place)?.Member,
        };

    static bool IsCounter(IOperation place, Frame frame) =>
        place.Type is { } type && IsNumber(type) && MemberOf(place) is { } member
        && (member.Member.IsStatic
            ? !IsPerThread(member.Member)
            : member.Instance is { Type.IsReferenceType: true } owner && !IsInitializer(place)
                && Sharing.IsShared(owner, frame));

    /// <summary>The field or automatic property, also when an element of an array in it is meant.</summary>
    static IMemberReferenceOperation? MemberOf(IOperation place) => place switch
    {
        IFieldReferenceOperation { Field: { IsConst: false, IsReadOnly: false } } field => field,
        IPropertyReferenceOperation { Property: { IsIndexer: false, SetMethod.IsInitOnly: false } property } reference
            when IsAutomatic(property) => reference,
        IArrayElementReferenceOperation { ArrayReference: IFieldReferenceOperation field } => field,
        _ => null,
    };

    static bool IsAutomatic(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field =>
            SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    static bool IsPerThread(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");

    static bool IsInitializer(IOperation place) => place.Parent?.Parent is IObjectOrCollectionInitializerOperation;

    static bool IsAssigned(IOperation place) =>
        place.Parent is ISimpleAssignmentOperation assignment && assignment.Target == place;

    static bool IsGivenToInterlocked(IOperation place) =>
        place.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref,
            Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked" } };

    static bool IsNumber(ITypeSymbol type) => type.SpecialType is
        >= SpecialType.System_SByte and <= SpecialType.System_Double
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
