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

    /// <summary>The receiver's type before it was converted to what an extension method takes.</summary>
    public ITypeSymbol? ReceiverType =>
        (Receiver is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : Receiver)?.Type;

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

    /// <summary>Whether the line is about this overload, with what is passed here.</summary>
    public bool Fits(ApiRow row, Frame frame)
    {
        if (row.Parameters is not null && row.Parameters != ParameterNames())
            return false;
        if (row.With is not null && !PassedObjects.Set(Passed(), row.With, frame))
            return false;
        return row.When is null
            || (row.When == NoArguments
                ? Passed().All(value => Operands.Unwrap(value).Type?.Name == nameof(CancellationToken))
                : Passed().Any(value => PassedObjects.IsOrSets(value, row.When, frame)));
    }

    IEnumerable<IOperation> Passed() => arguments
        .Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue)
        .Select(argument => argument.Value)
        .Concat(assigned is null ? [] : [assigned]);

    string ParameterNames()
    {
        var first = firstOrdinal;
        return Member is not IMethodSymbol method ? "" : string.Join(",", method.Parameters
            .Where(parameter => parameter.Ordinal >= first && parameter.Type.Name != nameof(CancellationToken))
            .Select(parameter => parameter.Name));
    }
}
