using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// Finds the texts that an operand can be: literals, constants, readonly fields, locals, arguments passed to a helper,
/// helpers' results, interpolation, concatenation, string.Format, and both arms of a conditional.
/// </summary>
internal sealed class CommandTextResolver
{
    const int MaxSteps = 24;

    /// <summary>Two conditionals in one text make four; beyond this the rest is not looked at.</summary>
    const int MaxAlternatives = 8;

    readonly bool holesAreParameters;

    CommandTextResolver(bool holesAreParameters) => this.holesAreParameters = holesAreParameters;

    /// <summary>The texts of an operand; one that is not known at all is a lone hole.</summary>
    public static IEnumerable<CommandText> Resolve(IOperation operand, Frame frame)
    {
        var resolver = new CommandTextResolver(operand.Type?.Name is "FormattableString");
        return resolver.Texts(operand, frame, MaxSteps).Select(builder => builder.ToText(operand));
    }

    IEnumerable<CommandTextBuilder> Texts(IOperation operation, Frame frame, int steps)
    {
        operation = Operands.Unwrap(operation);
        if (steps <= 0)
            return [CommandTextBuilder.OfHole(operation, frame)];
        return operation switch
        {
            ILiteralOperation { ConstantValue.Value: string text } =>
                [CommandTextBuilder.OfLiteral(text, operation.Syntax)],
            IInterpolatedStringOperation text => Sequence(text.Parts.Select(part => Part(part, frame, steps - 1))),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum =>
                Sequence([Texts(sum.LeftOperand, frame, steps - 1), Texts(sum.RightOperand, frame, steps - 1)]),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                Texts(choice.WhenTrue, frame, steps - 1).Concat(Texts(otherwise, frame, steps - 1))
                    .Take(MaxAlternatives),
            ISwitchExpressionOperation choice =>
                choice.Arms.SelectMany(arm => Texts(arm.Value, frame, steps - 1)).Take(MaxAlternatives),
            ICoalesceAssignmentOperation assignment => Texts(assignment.Value, frame, steps - 1),
            ISimpleAssignmentOperation assignment => Texts(assignment.Value, frame, steps - 1),
            IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (value, caller) =>
                Texts(value, caller, steps - 1),
            ILocalReferenceOperation local when Definitions(local, frame) is { Count: > 0 } definitions =>
                definitions.SelectMany(definition => Texts(definition, frame, steps - 1)).Take(MaxAlternatives),
            IFieldReferenceOperation { Field: { IsConst: true } or { IsReadOnly: true } } field =>
                Initial(field, field.Field, frame, steps),
            IPropertyReferenceOperation { Property.SetMethod: null } property =>
                Initial(property, property.Property, frame, steps),
            IInvocationOperation call => OfCall(call, frame, steps - 1),
            { ConstantValue: { HasValue: true, Value: string text } } => [CommandTextBuilder.OfText(text)],
            _ => [CommandTextBuilder.OfHole(operation, frame)],
        };
    }

    static List<IOperation> Definitions(ILocalReferenceOperation local, Frame frame) =>
        [.. frame.Body.DefinitionsOf(local).Where(definition => definition is not ICompoundAssignmentOperation)];

    IEnumerable<CommandTextBuilder> Part(IInterpolatedStringContentOperation part, Frame frame, int steps) =>
        part switch
    {
        IInterpolatedStringTextOperation { Text: var text } =>
            [CommandTextBuilder.OfLiteral(text.ConstantValue.Value as string ?? "", part.Syntax)],
        IInterpolationOperation { Expression: var hole } when holesAreParameters =>
            [CommandTextBuilder.OfHole(hole, frame)],
        IInterpolationOperation { Expression: { Type.SpecialType: SpecialType.System_String } hole } =>
            Texts(hole, frame, steps),
        IInterpolationOperation { Expression: var hole } => [CommandTextBuilder.OfHole(hole, frame)],
        _ => [CommandTextBuilder.OfHole(part, frame)],
    };

    IEnumerable<CommandTextBuilder> Initial(IOperation reference, ISymbol member, Frame frame, int steps) =>
        frame.Store.Bodies.InitialValue(Dispatched(member, frame), frame.Store.CancellationToken) is { } value
            ? Texts(value, frame, steps - 1)
        : reference.ConstantValue is { HasValue: true, Value: string text } ? [CommandTextBuilder.OfText(text)]
        : [CommandTextBuilder.OfHole(reference, frame)];

    /// <summary>A base class asks for its text, this class answers.</summary>
    static ISymbol Dispatched(ISymbol member, Frame frame) =>
        member is IPropertySymbol { GetMethod: { } getter }
            ? frame.Store.Dispatch(getter).AssociatedSymbol ?? member : member;

    IEnumerable<CommandTextBuilder> OfCall(IInvocationOperation call, Frame frame, int steps)
    {
        if (call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String)
        {
            var arguments = call.Arguments.SelectMany(argument => Elements(argument.Value)).ToList();
            switch (call.TargetMethod.Name)
            {
                case "Concat":
                    return Sequence(arguments.Select(argument => Texts(argument, frame, steps)));
                case "Format" when arguments.FindIndex(IsString) is var format and >= 0:
                    return Texts(arguments[format], frame, steps)
                        .SelectMany(text => text.Fill(i =>
                            arguments.ElementAtOrDefault(i + format + 1) is { } hole
                                ? Texts(hole, frame, steps).First()
                                : null));
                case "Trim" or "TrimStart" or "TrimEnd" or "ToString" or "ReplaceLineEndings"
                    when call.Instance is { } text:
                    return Texts(text, frame, steps);
            }
        }

        // LuaScript.Prepare(text), and script.Load(server) of what was prepared.
        if (call.TargetMethod is { Name: "Prepare", ContainingType.Name: "LuaScript" })
            return Texts(call.Arguments[0].Value, frame, steps);
        if (call is { TargetMethod: { Name: "Load" or "LoadAsync", ContainingType.Name: "LuaScript" },
            Instance: { } prepared })
            return Texts(prepared, frame, steps);
        return frame.CalleeAt(call) is { Body.Returns: { Count: > 0 } returns } callee
            ? returns.SelectMany(value => Texts(value, callee, steps)).Take(MaxAlternatives)
            : [CommandTextBuilder.OfHole(call, frame)];
    }

    static bool IsString(IOperation operation) => operation.Type?.SpecialType == SpecialType.System_String;

    static IEnumerable<IOperation> Elements(IOperation argument) =>
        argument is IArrayCreationOperation { Initializer: { } initializer }
            ? initializer.ElementValues.Select(Operands.Unwrap) : [Operands.Unwrap(argument)];

    static IEnumerable<CommandTextBuilder> Sequence(IEnumerable<IEnumerable<CommandTextBuilder>> parts) =>
        parts.Aggregate(
            (IEnumerable<CommandTextBuilder>)[CommandTextBuilder.Empty],
            (done, part) => [.. done.SelectMany(start => part.Select(start.Add)).Take(MaxAlternatives)]);
}
