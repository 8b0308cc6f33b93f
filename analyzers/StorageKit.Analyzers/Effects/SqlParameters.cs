using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// Finds what is passed for a parameter of SQL text: a hole, an argument after the text, a member of the anonymous
/// object after it, or what is added to the command's parameters under that name or in that position.
/// </summary>
internal static class SqlParameters
{
    public static IEnumerable<IOperation> ValuesOf(string operand, CommandText text, ApiCall call, Frame frame)
    {
        if (text.Hole(operand) is { } hole)
            return hole.Frame == frame ? [hole.Value] : [];
        if (operand[0] == '{')
            return FormatArguments(call).Skip(NumberIn(operand)).Take(1);
        var name = operand.TrimStart('@', ':', '$', '?');
        var members =
            Members(call, frame).Where(member => Same(member.Name, name)).Select(member => member.Value).ToList();
        if (members.Count > 0)
            return members;
        var added = Added(call, frame).ToList();
        return int.TryParse(name, out var position)
            ? added.Skip(position - 1).Take(1).SelectMany(parameter => parameter.Values)
            : added.Where(parameter => Same(parameter.Name, name)).SelectMany(parameter => parameter.Values);
    }

    /// <summary>The number in <c>{12}</c>; one that is too long for an int names no argument.</summary>
    static int NumberIn(string hole) =>
        int.TryParse(
            hole.Substring(1, hole.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MaxValue;

    static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    static IEnumerable<IOperation> FormatArguments(ApiCall call) =>
        call.Arguments.Skip(1).SelectMany(argument =>
            Operands.Unwrap(argument) is IArrayCreationOperation { Initializer: { } initializer }
                ? initializer.ElementValues : [argument]);

    /// <summary><c>new { key, n = n + 1 }</c>, directly or in a local.</summary>
    static IEnumerable<(string Name, IOperation Value)> Members(ApiCall call, Frame frame)
    {
        foreach (var argument in call.Arguments.Skip(1))
        {
            var source = Operands.Unwrap(argument);
            if (source is ILocalReferenceOperation local && frame.Body.DefinitionsOf(local) is [var definition])
                source = Operands.Unwrap(definition);
            if (source is IAnonymousObjectCreationOperation creation)
                foreach (var assignment in creation.Initializers.OfType<ISimpleAssignmentOperation>())
                    if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name })
                        yield return (name, assignment.Value);
        }
    }

    /// <summary>
    /// Every call and assignment on the command that names a parameter: AddWithValue, Add(…).Value = …, Add(new …), an
    /// initializer, an extension method of the author's. Values are read in the command's own frame.
    /// </summary>
    static IEnumerable<(string? Name, IEnumerable<IOperation> Values)> Added(ApiCall call, Frame frame)
    {
        foreach (var add in call.Operation.Descendants().OfType<IInvocationOperation>())
            if (add.TargetMethod.Name == "Add" && add.IsImplicit)
                yield return Describe(add.Arguments.Select(argument => argument.Value));
        if (CommandLocal(call) is not { } command)
            yield break;
        foreach (var operation in frame.Operations)
        {
            if (operation is ISimpleAssignmentOperation assignment && IsOn(assignment.Target, command)
                && NameIn([assignment.Target]) is { } name)
                yield return (name, [assignment.Value]);
            else if (
                operation is IInvocationOperation { Parent: not IMemberReferenceOperation } add
                && ApiCall.From(add) is { Receiver: { } receiver } addCall
                && add.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal) && IsOn(receiver, command))
                yield return Describe(
                    [.. addCall.Arguments, .. addCall.Arguments.SelectMany(made => Set(made, frame))]);
            else if (operation is IInvocationOperation { Instance: null or IInstanceReferenceOperation } helper
                && helper.Arguments.Any(argument => IsOn(argument.Value, command))
                && Describe(helper.Arguments.Select(argument => argument.Value)) is { Name: not null } named)
                yield return named;
        }
    }

    /// <summary>What is set on a parameter that was made before: its name and its value.</summary>
    static IEnumerable<IOperation> Set(IOperation made, Frame frame)
    {
        if (Operands.Unwrap(made) is not ILocalReferenceOperation { Local: var parameter })
            yield break;
        foreach (var operation in frame.Operations)
            if (operation is ISimpleAssignmentOperation
                { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation owner } } assignment
                && SymbolEqualityComparer.Default.Equals(owner.Local, parameter))
                yield return assignment.Value;
    }

    static (string? Name, IEnumerable<IOperation> Values) Describe(IEnumerable<IOperation> arguments)
    {
        var all = arguments.ToList();
        return (NameIn(all), all);
    }

    static string? NameIn(IEnumerable<IOperation> operations) =>
        operations.SelectMany(operation => operation.DescendantsAndSelf())
            .Select(operation =>
                operation.ConstantValue is { HasValue: true, Value: string name }
                ? name.TrimStart('@', ':', '$') : null)
            .FirstOrDefault(name => name is not null);

    static bool IsOn(IOperation target, ISymbol command) =>
        Operands.RootOf(target) switch
        {
            ILocalReferenceOperation { Local: var local } => SymbolEqualityComparer.Default.Equals(local, command),
            IParameterReferenceOperation { Parameter: var parameter } =>
                SymbolEqualityComparer.Default.Equals(parameter, command),
            _ => false,
        };

    /// <summary>The variable that holds the command which takes the text.</summary>
    static ISymbol? CommandLocal(ApiCall call)
    {
        if (call.IsSetter && call.Receiver is { } receiver)
            return Operands.RootOf(receiver) switch
            {
                ILocalReferenceOperation { Local: var local } => local,
                IParameterReferenceOperation { Parameter: var parameter } => parameter,
                IInstanceReferenceOperation => DeclaredFrom(call.Operation),
                _ => null,
            };
        return DeclaredFrom(call.Operation);
    }

    static ISymbol? DeclaredFrom(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IVariableDeclaratorOperation declarator)
                return declarator.Symbol;
            if (parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } })
                return local;
            if (parent is IBlockOperation)
                return null;
        }

        return null;
    }
}
