using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>Which entity an EF Core call is about: the type decides, not the name of the set.</summary>
internal static class EntityTypes
{
    /// <summary>The entity's full name; empty when it is known at run time only.</summary>
    public static string NameOf(ApiCall call, Frame frame) => Find(call, frame)?.ToDisplayString() ?? "";

    static ITypeSymbol? Find(ApiCall call, Frame frame)
    {
        // DbSet<T>, EntityEntry<T>, and IQueryable<T> as the receiver of an extension method.
        if (call.Receiver?.Type is INamedTypeSymbol { TypeArguments: [var entity] })
            return entity;
        if (call.Member is IPropertySymbol or IMethodSymbol { Name: "SetValues" })
            return call.Receiver is { } entry ? EntryOf(entry, frame) : null;
        foreach (var argument in call.Arguments)
            if (TypeOf(argument) is { SpecialType: not SpecialType.System_Object } type)
                return type;
        return null;
    }

    /// <summary><c>db.Entry(row).State</c> and <c>db.Entry(row).CurrentValues</c>: the row's type.</summary>
    static ITypeSymbol? EntryOf(IOperation receiver, Frame frame)
    {
        var source = Operands.Unwrap(receiver);
        if (source is IPropertyReferenceOperation { Property.Name: "CurrentValues", Instance: { } instance })
            source = Operands.Unwrap(instance);
        if (source is ILocalReferenceOperation local && frame.Body.DefinitionsOf(local) is [var definition])
            source = Operands.Unwrap(definition);
        if (source.Type is INamedTypeSymbol { TypeArguments: [var entity] })
            return entity;
        return source is IInvocationOperation { Arguments: [var row, ..] } ? TypeOf(row.Value) : null;
    }

    /// <summary>The type of what is passed, of an array's first element, or of what a sequence holds.</summary>
    static ITypeSymbol? TypeOf(IOperation argument)
    {
        var value = Operands.Unwrap(argument);
        return value switch
        {
            IArrayCreationOperation { Initializer.ElementValues: [var first, ..] } => TypeOf(first),
            { Type: IArrayTypeSymbol { ElementType: var element } } => element,
            { Type: INamedTypeSymbol { TypeArguments: [var element] } sequence }
                when sequence.AllInterfaces.Any(IsSequence) || IsSequence(sequence) => element,
            _ => value.Type,
        };
    }

    static bool IsSequence(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}
