using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// What a script is given: KEYS and ARGV by position, <c>@name</c> by the member of an object, and holes in its text.
/// </summary>
internal sealed class ScriptOperands(
    IReadOnlyList<IOperation>? keys, IReadOnlyList<IOperation>? values, IOperation? parameters, CommandText text,
    Frame frame)
{
    /// <summary>The operand that an expression stands for, through tonumber and tostring; or null.</summary>
    public (IOperation Value, Frame Frame)? Of(string expression)
    {
        foreach (var conversion in new[] { "tonumber(", "tostring(" })
            if (expression.StartsWith(conversion, StringComparison.Ordinal)
                && expression.EndsWith(")", StringComparison.Ordinal))
                return Of(expression.Substring(conversion.Length, expression.Length - conversion.Length - 1));
        if (expression.Length > 2 && expression[0] == '\'' && expression[expression.Length - 1] == '\'')
            expression = expression.Substring(1, expression.Length - 2);
        if (text.Hole(expression) is { } hole)
            return hole;
        if (expression.StartsWith("@", StringComparison.Ordinal))
            return Member(expression.Substring(1)) is { } member ? (member, frame) : null;
        return At(keys, "KEYS[", expression) ?? At(values, "ARGV[", expression);
    }

    /// <summary>A key in canonical form, comparable with keys that are passed to the client's own methods.</summary>
    public string KeyOf(string expression)
    {
        if (Of(expression) is var (key, where))
            return Identity.Of(key, where);
        if (expression.Length < 2 || expression[0] != '\'')
            return $"?{expression}@{frame.Root.Syntax.SpanStart}";
        var literal = expression.Substring(1, expression.Length - 2);
        if (literal.IndexOf('{') < 0)
            return $"={literal}";
        for (var i = 0; i < text.Holes.Length; i++)
            literal = literal.Replace(
                $"{{{CommandText.FirstHole + i}}}", $"{{{Identity.Of(text.Holes[i].Value, text.Holes[i].Frame)}}}");
        return literal;
    }

    (IOperation Value, Frame Frame)? At(IReadOnlyList<IOperation>? list, string prefix, string expression) =>
        list is not null && expression.StartsWith(prefix, StringComparison.Ordinal)
        && expression.EndsWith("]", StringComparison.Ordinal)
        && int.TryParse(
            expression.Substring(prefix.Length, expression.Length - prefix.Length - 1), NumberStyles.None,
            CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= list.Count
            ? (list[number - 1], frame) : null;

    IOperation? Member(string name)
    {
        var source = parameters is null ? null : Operands.Unwrap(parameters);
        if (source is ILocalReferenceOperation local && frame.Body.DefinitionsOf(local) is [var definition])
            source = Operands.Unwrap(definition);
        return (source as IAnonymousObjectCreationOperation)?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(set => set.Target is IPropertyReferenceOperation { Property.Name: var member }
                && string.Equals(member, name, StringComparison.Ordinal))?.Value;
    }

    /// <summary>The elements of an array or collection expression, here or in a local; null where that is not
    /// known.</summary>
    public static IReadOnlyList<IOperation>? Elements(IOperation? list, Frame frame)
    {
        if (list is null)
            return null;
        list = Operands.Unwrap(list);
        if (list is ILocalReferenceOperation local && frame.Body.DefinitionsOf(local) is [var definition])
            list = Operands.Unwrap(definition);
        return list switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
            ICollectionExpressionOperation { Elements: var elements }
                when !elements.Any(element => element is ISpreadOperation) => elements,
            _ => null,
        };
    }
}
