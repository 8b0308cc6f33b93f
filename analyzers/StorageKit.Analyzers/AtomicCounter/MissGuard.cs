using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// Finds the read whose miss decided that a write happens: two first callers both miss, and the later write undoes the
/// earlier. Filling a cache with a value that any caller would have loaded is harmless, so the write must carry what
/// this caller adds: a number that the entry point was given.
/// </summary>
internal static class MissGuard
{
    public static Effect? ReadBefore(Effect write, IReadOnlyList<Effect> effects)
    {
        if (write.Key.Length == 0 || write.Statement is not null
            || !write.Values.Any(value => Sources.CarriesGivenNumber(value, write.Frame)))
            return null;
        return ReadThatMissed(write);
    }

    /// <summary>The read of the same place that found nothing, where that is the reason for this write.</summary>
    public static Effect? ReadThatMissed(Effect write)
    {
        foreach (var guard in Guards.InBody(write.Operation, write.Frame))
            if (guard.Condition is { } condition && MeansMiss(condition) == guard.WhenTrue
                && ValueFlow.ReadsBehind(condition, write.Frame)
                    .FirstOrDefault(read => read.IsSamePlaceAs(write)) is { } read)
                return read;
        return null;
    }

    /// <summary>
    /// True when the condition says that nothing is there, false when it says that something is, else null.
    /// </summary>
    static bool? MeansMiss(IOperation condition) => Operands.Unwrap(condition) switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var inner } => !MeansMiss(inner),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } }
            when IsNull(constant) => true,
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation } } => false,
        IIsPatternOperation { Pattern: IRecursivePatternOperation or IDeclarationPatternOperation } => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals when HasNull(equals) => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } differs when HasNull(differs) => false,
        IPropertyReferenceOperation { Property.Name: "HasValue" } => false,
        IPropertyReferenceOperation { Property.Name: "IsNull" or "IsNullOrEmpty" } => true,
        IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } => true,
        IInvocationOperation { TargetMethod: { ReturnType.SpecialType: SpecialType.System_Boolean } method }
            when method.Name.StartsWith("TryGet", StringComparison.Ordinal)
                || method.Name.StartsWith("Contains", StringComparison.Ordinal) => false,
        IInvocationOperation { TargetMethod.Name: "KeyExists" or "KeyExistsAsync" or "Exists" } => false,
        _ => null,
    };

    static bool HasNull(IBinaryOperation comparison) =>
        IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand);

    static bool IsNull(IOperation operand) => Operands.Unwrap(operand).ConstantValue is { HasValue: true, Value: null };
}
