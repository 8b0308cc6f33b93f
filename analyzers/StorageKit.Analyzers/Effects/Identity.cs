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
                return Definition(local, frame) is { } definition and not IAssignmentOperation
                    ? Of(definition, frame, steps - 1)
                    : $"{local.Local.Name}@{Owner(frame)}";
            case IParameterReferenceOperation { Parameter: var parameter }:
                return frame.Argument(parameter) is var (value, caller) ? Of(value, caller, steps - 1) : parameter.Name;
            case IInstanceReferenceOperation:
                return frame.Caller is null ? "this" : $"this:{frame.Body.Method.ContainingType.Name}";
            case IMemberReferenceOperation member when member is not IMethodReferenceOperation:
                var holder = member.Instance is { } owner
                    ? Of(owner, frame, steps - 1) : member.Member.ContainingType.Name;
                return $"{holder}.{member.Member.Name}{Arguments(operation, frame, steps)}";
            case IArrayElementReferenceOperation element:
                var indices = element.Indices.Select(index => Of(index, frame, steps - 1));
                return $"{Of(element.ArrayReference, frame, steps - 1)}[{string.Join(",", indices)}]";
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

    /// <summary>The one value that the local is set to; a change of its members leaves it the same object.</summary>
    static IOperation? Definition(ILocalReferenceOperation local, Frame frame)
    {
        IOperation? only = null;
        foreach (var definition in frame.Body.DefinitionsOf(local))
        {
            if (ChangesMember(definition))
                continue;
            if (only is not null)
                return null;
            only = definition;
        }

        return only;
    }

    static bool ChangesMember(IOperation definition) => definition switch
    {
        IAssignmentOperation { Target: IMemberReferenceOperation or IArrayElementReferenceOperation } => true,
        IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked", Arguments: [var place, ..] } =>
            place.Value is IMemberReferenceOperation or IArrayElementReferenceOperation,
        _ => false,
    };

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
