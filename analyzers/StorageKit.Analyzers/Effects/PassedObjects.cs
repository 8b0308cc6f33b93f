using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// What is known of the objects that a call is given: options and requests, made in the call, in a local, or changed
/// through that local before.
/// </summary>
internal static class PassedObjects
{
    const int MaxDepth = 4;

    /// <summary>True when one of the values, or an object in it, sets a member of this name to something.</summary>
    public static bool Set(IEnumerable<IOperation> values, string member, Frame frame) =>
        values.Any(value => Sets(value, frame, MaxDepth, (name, set) => name == member && !IsNull(set)));

    /// <summary>
    /// True for the constant or enum member of this name, and for an object that sets a member to it.
    /// </summary>
    public static bool IsOrSets(IOperation value, string name, Frame frame) =>
        IsNamed(Operands.Unwrap(value), name)
        || Sets(value, frame, 1, (_, set) => IsNamed(Operands.Unwrap(set), name));

    /// <summary>The object creation behind a value, or null for an object that comes from elsewhere.</summary>
    public static IObjectCreationOperation? CreationOf(IOperation value, Frame frame)
    {
        value = Operands.Unwrap(value);
        if (value is ILocalReferenceOperation local
            && frame.Body.DefinitionsOf(local).FirstOrDefault(IsCreation) is { } definition)
            value = Operands.Unwrap(definition);
        return value as IObjectCreationOperation;
    }

    static bool IsCreation(IOperation definition) => Operands.Unwrap(definition) is IObjectCreationOperation;

    static bool Sets(IOperation value, Frame frame, int depth, Func<string, IOperation, bool> matches)
    {
        if (depth <= 0 || CreationOf(value, frame) is not { } creation)
            return false;
        foreach (var (member, set) in Assignments(creation, Operands.Unwrap(value), frame))
            if (matches(member, set) || Sets(set, frame, depth - 1, matches))
                return true;
        return false;
    }

    static IEnumerable<(string Member, IOperation Value)> Assignments(
        IObjectCreationOperation creation, IOperation value, Frame frame)
    {
        foreach (var initializer in creation.Initializer?.Initializers ?? [])
            if (initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment)
                yield return (member.Member.Name, assignment.Value);
        if (value is not ILocalReferenceOperation { Local: var local })
            yield break;
        foreach (var operation in frame.Operations)
            if (operation is ISimpleAssignmentOperation
                { Target: IMemberReferenceOperation { Instance: ILocalReferenceOperation owner } target } later
                && SymbolEqualityComparer.Default.Equals(owner.Local, local))
                yield return (target.Member.Name, later.Value);
    }

    static bool IsNull(IOperation value) =>
        Operands.Unwrap(value).ConstantValue is { HasValue: true, Value: null };

    /// <summary>True for the constant or enum member of this name itself.</summary>
    public static bool IsNamed(IOperation value, string name) => Operands.Unwrap(value) switch
    {
        IFieldReferenceOperation { Field: var member } => member.Name == name,
        IPropertyReferenceOperation { Property: var member } => member.Name == name,
        var other => other.ConstantValue is { HasValue: true, Value: bool constant }
            && name == (constant ? "True" : "False"),
    };
}
