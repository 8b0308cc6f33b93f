using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// Writes an operand in canonical form, so that two operands with equal forms have equal values: locals are replaced by
/// what they were set to, parameters by what was passed. What cannot be followed is equal to itself only.
/// </summary>
internal static class Identity
{
    const int MaxSteps = 24;

    public static string Of(IOperation? operation, Frame frame) =>
        operation is null ? "" : Of(operation, frame, MaxSteps);

    static string Of(IOperation operation, Frame frame, int steps)
    {
        operation = Operands.Unwrap(operation);
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return $"={constant}";
        if (steps <= 0)
            return Unknown(operation, frame);
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return frame.Body.DefinitionsOf(local) is [var definition] && definition is not IAssignmentOperation
                    ? Of(definition, frame, steps - 1)
                    : $"{local.Local.Name}@{Owner(frame)}";
            case IParameterReferenceOperation { Parameter: var parameter }:
                return frame.Argument(parameter) is var (value, caller) ? Of(value, caller, steps - 1) : parameter.Name;
            case IInstanceReferenceOperation:
                return frame.Caller is null ? "this" : $"this:{frame.Body.Method.ContainingType.Name}";
            case IMemberReferenceOperation member when member is not IMethodReferenceOperation:
                return $"{(member.Instance is { } owner ? Of(owner, frame, steps - 1) : member.Member.ContainingType.Name)}.{member.Member.Name}{Arguments(operation, frame, steps)}";
            case IArrayElementReferenceOperation element:
                return $"{Of(element.ArrayReference, frame, steps - 1)}[{string.Join(",", element.Indices.Select(index => Of(index, frame, steps - 1)))}]";
            case IInterpolatedStringOperation text:
                return string.Concat(text.Parts.Select(part => Part(part, frame, steps)));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add,
                Type.SpecialType: SpecialType.System_String } sum:
                return TextOf(sum.LeftOperand, frame, steps) + TextOf(sum.RightOperand, frame, steps);
            case IInvocationOperation call:
                var receiver = call.Instance is { } instance
                    ? Of(instance, frame, steps - 1) : call.TargetMethod.ContainingType.Name;
                return $"{receiver}.{call.TargetMethod.Name}{Arguments(call, frame, steps)}";
            case IObjectCreationOperation creation:
                return $"new {creation.Type?.Name}{Arguments(creation, frame, steps)}";
            case ITupleOperation tuple:
                return $"({string.Join(",", tuple.Elements.Select(element => Of(element, frame, steps - 1)))})";
            default:
                return Unknown(operation, frame);
        }
    }

    static string Part(IInterpolatedStringContentOperation part, Frame frame, int steps) => part switch
    {
        IInterpolatedStringTextOperation text => $"{text.Text.ConstantValue.Value}",
        IInterpolationOperation { Expression: var hole } => TextOf(hole, frame, steps),
        _ => Unknown(part, frame),
    };

    /// <summary>A constant counts as its text inside a longer text, so <c>"a" + "b"</c> is <c>$"{"a"}b"</c>.</summary>
    static string TextOf(IOperation operation, Frame frame, int steps) =>
        operation.ConstantValue is { HasValue: true, Value: var constant }
            ? $"{constant}" : $"{{{Of(operation, frame, steps - 1)}}}";

    static string Arguments(IOperation operation, Frame frame, int steps)
    {
        var arguments = operation switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation property => property.Arguments,
            _ => [],
        };
        return arguments.IsDefaultOrEmpty
            ? "" : $"({string.Join(",", arguments.Select(argument => Of(argument.Value, frame, steps - 1)))})";
    }

    static string Unknown(IOperation operation, Frame frame) => $"?{operation.Syntax.SpanStart}@{Owner(frame)}";

    static string Owner(Frame frame) => $"{frame.Body.Method.Name}/{frame.Depth}";
}
