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
            || !write.Values.Any(value => CarriesNumber(value, write.Frame)))
            return null;
        foreach (var (condition, whenTrue) in ConditionsOver(write.Operation))
            if (MeansMiss(condition) == whenTrue
                && ValueFlow.ReadsBehind(condition, write.Frame)
                    .FirstOrDefault(read => read.IsSamePlaceAs(write)) is { } read)
                return read;
        return null;
    }

    /// <summary>
    /// Conditions that hold where the operation runs: of ifs around it, and of ifs before it that leave.
    /// </summary>
    static IEnumerable<(IOperation Condition, bool WhenTrue)> ConditionsOver(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalOperation choice && child != choice.Condition)
                yield return (choice.Condition, child == choice.WhenTrue);
            if (parent is IBlockOperation block)
                foreach (var earlier in block.Operations.TakeWhile(other => other != child).OfType<IConditionalOperation>())
                    if (earlier.WhenFalse is null && Leaves(earlier.WhenTrue))
                        yield return (earlier.Condition, false);
        }
    }

    static bool Leaves(IOperation branch) => branch switch
    {
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        IReturnOperation or IThrowOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    /// <summary>
    /// True when the condition says that nothing is there, false when it says that something is, else null.
    /// </summary>
    static bool? MeansMiss(IOperation condition) => Operands.Unwrap(condition) switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var inner } => !MeansMiss(inner),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } when IsNull(constant) => true,
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

    static bool CarriesNumber(IOperation value, Frame frame) =>
        value.DescendantsAndSelf().Any(operation => operation switch
        {
            IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (argument, caller) => CarriesNumber(argument, caller),
            IParameterReferenceOperation { Parameter.Type.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => true,
            _ => false,
        });
}
