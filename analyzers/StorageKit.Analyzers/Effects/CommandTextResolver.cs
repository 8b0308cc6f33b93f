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
                Appended(local, frame, steps - 1, definitions),
            IArrayElementReferenceOperation { Indices: [var index] } element
                when CollectionElements.At(element.ArrayReference, index, frame) is { } elements =>
                AnyOf(elements, steps - 1),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: [var index] }
                when CollectionElements.At(list, index.Value, frame) is { } elements =>
                AnyOf(elements, steps - 1),
            _ when operation.Type?.SpecialType != SpecialType.System_String
                && CollectionElements.Of(operation, frame) is { } elements =>
                AnyOf(elements, steps - 1),
            ITupleOperation tuple =>
                tuple.Elements.Where(IsString).SelectMany(value =>
                    Texts(value, frame, steps - 1)).Take(MaxAlternatives),
            IFieldReferenceOperation { Field: { IsConst: true } or { IsReadOnly: true } } field =>
                Initial(field, field.Field, frame, steps),
            IPropertyReferenceOperation { Property.SetMethod: null } property =>
                Initial(property, property.Property, frame, steps),
            IInvocationOperation call => OfCall(call, frame, steps - 1),
            { ConstantValue: { HasValue: true, Value: string text } } => [CommandTextBuilder.OfText(text)],
            { ConstantValue: { HasValue: true, Value: char letter } } => [CommandTextBuilder.OfText(letter.ToString())],
            _ => [CommandTextBuilder.OfHole(operation, frame)],
        };
    }

    IEnumerable<CommandTextBuilder> AnyOf(IEnumerable<(IOperation Value, Frame Frame)> elements, int steps) =>
        elements.SelectMany(element => Texts(element.Value, element.Frame, steps)).Take(MaxAlternatives);

    /// <summary>What the local was set to, and after that what <c>+=</c> put behind it.</summary>
    IEnumerable<CommandTextBuilder> Appended(
        ILocalReferenceOperation local, Frame frame, int steps, List<IOperation> definitions) =>
        frame.Body.DefinitionsOf(local).OfType<ICompoundAssignmentOperation>().Aggregate(
            definitions.SelectMany(definition => Texts(definition, frame, steps)).Take(MaxAlternatives),
            (start, next) => Sequence([start, Texts(next.Value, frame, steps)]));

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
        : SetInConstructor.Find(member, frame.Store) is var (set, constructor) ? Texts(set, constructor, steps - 1)
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
                case "Concat" or "Join"
                    when call.Arguments is [.., { Value: var parts }]
                        && CollectionElements.Of(parts, frame) is { } elements:
                    return Joined(call.Arguments.Length == 2 ? call.Arguments[0].Value : null, elements, frame, steps);
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
        if (call is { TargetMethod: { Name: "ToString", ContainingType.Name: "StringBuilder" }, Instance: { } builder }
            && BuiltText.Of(builder, frame) is { } built)
            return Sequence(built.Select(part => Texts(part, frame, steps)));
        return CalleeAt(call, frame) is { Body.Returns: { Count: > 0 } returns } callee
            ? returns.SelectMany(value => Texts(value, callee, steps)).Take(MaxAlternatives)
            : [CommandTextBuilder.OfHole(call, frame)];
    }

    /// <summary>A helper that the walk did not enter, since it only makes a text, is read here.</summary>
    static Frame? CalleeAt(IInvocationOperation call, Frame frame) =>
        frame.CalleeAt(call)
        ?? (IsString(call) && frame.Depth < MaxSteps && !call.TargetMethod.IsAsync
            && frame.Store.Parts.Outside.BodyOf(
                call.TargetMethod, frame.Store.Bodies, frame.Store.CancellationToken) is { } body
            && !frame.IsRunning(body.Root)
            ? new(body, body.Root, frame.Store, frame, call)
            : null);

    IEnumerable<CommandTextBuilder> Joined(
        IOperation? separator, IReadOnlyList<(IOperation Value, Frame Frame)> elements, Frame frame, int steps)
    {
        var parts = new List<IEnumerable<CommandTextBuilder>>();
        foreach (var (value, at) in elements)
        {
            if (parts.Count > 0 && separator is not null)
                parts.Add(Texts(separator, frame, steps));
            parts.Add(Texts(value, at, steps));
        }

        return Sequence(parts);
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
