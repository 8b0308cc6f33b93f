using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Records;

/// <summary>What a condition says about a record when it is true.</summary>
internal enum Meaning
{
    Nothing,
    Absent,
    Present,
}

/// <summary>Reads conditions such as <c>!map.TryRemove(key, out _)</c>, <c>rows == 0</c>, <c>row is null</c>.</summary>
internal static class MissTest
{
    const int MaxSteps = 8;

    /// <summary>True when one way into the branch is that nothing was there, whatever else is so.</summary>
    public static bool LeadsTo(IOperation condition, bool branch, Frame frame)
    {
        condition = Operands.Unwrap(condition);
        if (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var negated })
            return LeadsTo(negated, !branch, frame);
        if (condition is IBinaryOperation
            { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both)
        {
            var left = LeadsTo(both.LeftOperand, branch, frame);
            var right = LeadsTo(both.RightOperand, branch, frame);
            return both.OperatorKind == BinaryOperatorKind.ConditionalOr == branch ? left || right : left && right;
        }

        return Of(condition, frame, MaxSteps) == (branch ? Meaning.Absent : Meaning.Present);
    }

    /// <summary>True for a value that is null, or a row that is missing, when nothing was there.</summary>
    public static bool IsFound(IOperation value, Frame frame) => IsFound(value, frame, MaxSteps);

    static Meaning Of(IOperation condition, Frame frame, int steps)
    {
        condition = Operands.Unwrap(condition);
        if (steps <= 0)
            return Meaning.Nothing;
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }:
                return Not(Of(operand, frame, steps - 1));
            case ILocalReferenceOperation local when frame.Body.DefinitionsOf(local) is [var definition]:
                return definition is IAssignmentOperation { Value: var assigned }
                    ? Of(assigned, frame, steps - 1) : Of(definition, frame, steps - 1);
            case IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (value, caller):
                return Of(value, caller, steps - 1);
            case IBinaryOperation comparison:
                return OfComparison(comparison, frame, steps);
            case IIsPatternOperation test:
                return OfPattern(test.Value, test.Pattern, frame, steps);
            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } instance }
                when IsFound(instance, frame, steps - 1):
                return Meaning.Present;
            case IPropertyReferenceOperation { Property.Name: "IsNull" or "IsNullOrEmpty", Instance: { } instance }
                when IsFound(instance, frame, steps - 1):
                return Meaning.Absent;
            case IInvocationOperation call when frame.CalleeAt(call) is { Body.Returns: [var returned] } callee:
                return Of(returned, callee, steps - 1);
            case IInvocationOperation call when IsBoolean(call) && LookupCalls.IsLookup(call, frame):
                return Meaning.Present;
            default:
                return Meaning.Nothing;
        }
    }

    static Meaning OfComparison(IBinaryOperation comparison, Frame frame, int steps)
    {
        var (value, limit, kind) = (comparison.LeftOperand, comparison.RightOperand, comparison.OperatorKind);
        if (value.ConstantValue.HasValue)
            (value, limit, kind) = (limit, value, Mirrored(kind));
        if (limit is IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: null } }
            || limit.ConstantValue is { HasValue: true, Value: null })
            return IsFound(value, frame, steps) && kind is BinaryOperatorKind.Equals ? Meaning.Absent
                : IsFound(value, frame, steps) && kind is BinaryOperatorKind.NotEquals ? Meaning.Present
                : Meaning.Nothing;
        if (limit.ConstantValue is { HasValue: true, Value: bool constant })
            return kind is BinaryOperatorKind.Equals == constant
                ? Of(value, frame, steps - 1) : Not(Of(value, frame, steps - 1));
        if (!IsCount(value, frame, steps) || limit.ConstantValue is not { HasValue: true, Value: var number })
            return Meaning.Nothing;
        return (kind, Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture)) switch
        {
            (BinaryOperatorKind.Equals, 0) or (BinaryOperatorKind.LessThan, 1)
                or (BinaryOperatorKind.LessThanOrEqual, 0) or (BinaryOperatorKind.NotEquals, 1) => Meaning.Absent,
            (BinaryOperatorKind.NotEquals, 0) or (BinaryOperatorKind.GreaterThan, 0)
                or (BinaryOperatorKind.GreaterThanOrEqual, 1) or (BinaryOperatorKind.Equals, 1) => Meaning.Present,
            _ => Meaning.Nothing,
        };
    }

    static Meaning OfPattern(IOperation value, IPatternOperation pattern, Frame frame, int steps) => pattern switch
    {
        INegatedPatternOperation { Pattern: var inner } => Not(OfPattern(value, inner, frame, steps)),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } => constant switch
        {
            null when IsFound(value, frame, steps) => Meaning.Absent,
            true => Of(value, frame, steps - 1),
            false => Not(Of(value, frame, steps - 1)),
            0 or 0L when IsCount(value, frame, steps) => Meaning.Absent,
            1 or 1L when IsCount(value, frame, steps) => Meaning.Present,
            _ => Meaning.Nothing,
        },
        IRecursivePatternOperation or IDeclarationPatternOperation when IsFound(value, frame, steps) => Meaning.Present,
        _ => Meaning.Nothing,
    };

    /// <summary>True for the pattern of a switch that matches what is not there.</summary>
    public static bool MatchesMiss(IOperation value, IPatternOperation pattern, Frame frame) =>
        OfPattern(value, pattern, frame, MaxSteps) == Meaning.Absent;

    static bool IsFound(IOperation value, Frame frame, int steps)
    {
        value = Operands.Unwrap(value);
        return steps > 0 && value switch
        {
            ILocalReferenceOperation local => frame.Body.DefinitionsOf(local) is { Count: > 0 } all
                && all.All(definition => IsFound(
                    definition is IAssignmentOperation { Value: var assigned }
                        ? assigned : definition, frame, steps - 1)),
            IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (passed, caller) => IsFound(passed, caller, steps - 1),
            IInvocationOperation call when frame.CalleeAt(call) is { Body.Returns: { Count: > 0 } returns } callee =>
                returns.All(returned => returned.ConstantValue is { HasValue: true, Value: null }
                    || Operands.Unwrap(returned).ConstantValue is { HasValue: true, Value: null }
                    || IsFound(returned, callee, steps - 1)),
            _ => LookupCalls.IsLookup(value, frame),
        };
    }

    static bool IsCount(IOperation value, Frame frame, int steps)
    {
        value = Operands.Unwrap(value);
        return steps > 0 && value switch
        {
            ILocalReferenceOperation local => frame.Body.DefinitionsOf(local) is [var definition]
                && IsCount(definition is IAssignmentOperation { Value: var set } ? set : definition, frame, steps - 1),
            IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (passed, caller) => IsCount(passed, caller, steps - 1),
            IInvocationOperation call when frame.CalleeAt(call) is { Body.Returns: [var returned] } callee =>
                IsCount(returned, callee, steps - 1),
            IPropertyReferenceOperation
            { Property.Name: "DeletedCount" or "MatchedCount" or "ModifiedCount", Instance: { } result } =>
                ValueFlow.ReadsBehind(result, frame).Count == 0 && result.Type?.ContainingNamespace.Name == "Driver",
            _ => LookupCalls.IsCount(value, frame),
        };
    }

    static bool IsBoolean(IInvocationOperation call) =>
        call.TargetMethod.ReturnType is { SpecialType: SpecialType.System_Boolean }
            or INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    static Meaning Not(Meaning meaning) => meaning switch
    {
        Meaning.Absent => Meaning.Present,
        Meaning.Present => Meaning.Absent,
        _ => Meaning.Nothing,
    };

    static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
