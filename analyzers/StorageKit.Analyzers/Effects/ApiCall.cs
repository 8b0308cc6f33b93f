using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>A call, an object creation, or the reading or setting of a property, seen the same way.</summary>
internal readonly struct ApiCall
{
    /// <summary>For <see cref="ApiRow.When"/>: nothing is passed, but perhaps a cancellation token.</summary>
    public const string NoArguments = "()";

    readonly IReadOnlyList<IArgumentOperation> arguments;
    readonly IOperation? assigned;
    readonly int firstOrdinal;

    ApiCall(IOperation operation, ISymbol member, IOperation? receiver,
        IReadOnlyList<IArgumentOperation> arguments, IOperation? assigned)
    {
        (Operation, Member, this.arguments, this.assigned) = (operation, member, arguments, assigned);
        firstOrdinal = member is IMethodSymbol { IsExtensionMethod: true } && receiver is null ? 1 : 0;
        Receiver = firstOrdinal == 1
            ? arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : receiver;
    }

    public IOperation Operation { get; }

    public ISymbol Member { get; }

    /// <summary>The object that is called; for an extension method its first argument.</summary>
    public IOperation? Receiver { get; }

    /// <summary>True for a property or indexer that is set.</summary>
    public bool IsSetter => assigned is not null;

    public static ApiCall? From(IOperation operation) => operation switch
    {
        IInvocationOperation call => new(call, call.TargetMethod, call.Instance, call.Arguments, null),
        IObjectCreationOperation { Constructor: { } constructor } creation =>
            new(creation, constructor, null, creation.Arguments, null),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment =>
            new(assignment, property.Property, property.Instance, property.Arguments, assignment.Value),
        ICompoundAssignmentOperation { Target: IPropertyReferenceOperation property } assignment =>
            new(assignment, property.Property, property.Instance, property.Arguments, assignment),
        ICoalesceAssignmentOperation { Target: IPropertyReferenceOperation property } assignment =>
            new(assignment, property.Property, property.Instance, property.Arguments, assignment),
        IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation property } step =>
            new(step, property.Property, property.Instance, property.Arguments, step),
        IPropertyReferenceOperation { Parent: not ISimpleAssignmentOperation } property =>
            new(property, property.Property, property.Instance, property.Arguments, null),
        IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property
            when assignment.Target != property =>
            new(property, property.Property, property.Instance, property.Arguments, null),
        _ => null,
    };

    /// <summary>
    /// The argument at a position as the caller counts; at a setter also the value, where no position is asked for.
    /// </summary>
    public IOperation? Argument(int position)
    {
        if (position < 0)
            return assigned;
        foreach (var argument in arguments)
            if (argument.Parameter?.Ordinal == position + firstOrdinal)
                return argument.Value;
        return null;
    }

    /// <summary>The value of the parameter of this name.</summary>
    public IOperation? Argument(string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    /// <summary>
    /// All arguments but the receiver, in parameter order; an argument that is left out has its default here.
    /// </summary>
    public IEnumerable<IOperation> Arguments
    {
        get
        {
            var first = firstOrdinal;
            return arguments.Where(argument => argument.Parameter?.Ordinal >= first)
                .OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value);
        }
    }

    public bool Fits(ApiRow row)
    {
        if (row.When is null)
            return true;
        var passed = arguments
            .Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue)
            .Select(argument => argument.Value);
        return row.When == NoArguments
            ? passed.All(value => Operands.Unwrap(value).Type?.Name == "CancellationToken")
            : passed.Any(value => IsNamed(Operands.Unwrap(value), row.When));
    }

    static bool IsNamed(IOperation value, string name) => value switch
    {
        IFieldReferenceOperation { Field: var member } => member.Name == name,
        IPropertyReferenceOperation { Property: var member } => member.Name == name,
        _ => value.ConstantValue is { HasValue: true, Value: true } && name == "True",
    };
}
