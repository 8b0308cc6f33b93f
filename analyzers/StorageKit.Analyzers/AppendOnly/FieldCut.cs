using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>A hashed field of an entry that loses something: a time its last digits, a text its end.</summary>
/// <param name="Operation">Where it does.</param>
/// <param name="Source">The field, where it is read.</param>
/// <param name="Field">Its name.</param>
/// <param name="Fact">What is done to it, for the message.</param>
/// <param name="Frame">The method that it stands in.</param>
internal sealed record FieldCut(IOperation Operation, IOperation Source, string Field, string Fact, Frame Frame)
{
    const int MaxSteps = 8;

    public static IEnumerable<FieldCut> In(Frame frame)
    {
        foreach (var operation in frame.Operations)
            if (CutBy(operation) is var (value, fact) && SourceOf(value, frame, MaxSteps) is { } source
                && FieldOf(source) is { } field)
                yield return new(operation, source, field, fact, frame);
    }

    /// <summary>The name of a field that goes into the hash, and that a store may be tempted to shorten.</summary>
    public static string? FieldOf(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "TimestampNs" or "Payload" } property }
        && IsAuditEntry(property.ContainingType) ? property.Name : null;

    /// <summary>The entry is given away as a whole, or as its JSON.</summary>
    public static bool IsWholeEntry(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "ToJson", ContainingType: var type } } => IsAuditEntry(type),
        { Type: { } type, ConstantValue.HasValue: false,
            Parent: not (IMemberReferenceOperation or IInvocationOperation) } => IsAuditEntry(type),
        _ => false,
    };

    static (IOperation Value, string Fact)? CutBy(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, LeftOperand: var time,
            RightOperand: { ConstantValue: { HasValue: true, Value: not (1 or 1u or 1L or 1ul) } } } =>
            (time, "without its last digits"),
        IInvocationOperation { Instance: { } text, TargetMethod: { Name: "Substring" or "Remove",
            ContainingType.SpecialType: SpecialType.System_String } } => (text, "cut off"),
        IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: SpecialType.System_String } text,
            Argument: IRangeOperation } => (text, "cut off"),
        _ => null,
    };

    static IOperation? SourceOf(IOperation value, Frame frame, int steps)
    {
        value = Operands.Unwrap(value);
        return steps <= 0 ? null : value switch
        {
            IParameterReferenceOperation { Parameter: var parameter } =>
                frame.Argument(parameter) is var (argument, caller) ? SourceOf(argument, caller, steps - 1) : null,
            ILocalReferenceOperation local =>
                frame.Body.DefinitionsOf(local) is [var only] ? SourceOf(only, frame, steps - 1) : null,
            IPropertyReferenceOperation => value,
            _ => null,
        };
    }

    static bool IsAuditEntry(ITypeSymbol? type) =>
        type is { Name: "AuditEntry", ContainingNamespace: { Name: "StorageKit",
            ContainingNamespace.IsGlobalNamespace: true } };
}
