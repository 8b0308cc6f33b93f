using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// What stands in an array, a list or a dictionary that is written down in source: in a collection expression, an
/// initializer, a local or a readonly field. Null is unknown.
/// </summary>
internal static class CollectionElements
{
    const int MaxSteps = 8;

    public static IReadOnlyList<(IOperation Value, Frame Frame)>? Of(IOperation collection, Frame frame) =>
        Of(collection, frame, MaxSteps);

    /// <summary>The element that a constant index or key picks; all elements for another one.</summary>
    public static IReadOnlyList<(IOperation Value, Frame Frame)>? At(
        IOperation collection, IOperation index, Frame frame)
    {
        if (Of(collection, frame) is not { } elements)
            return null;
        return Operands.Unwrap(index).ConstantValue switch
        {
            { HasValue: true, Value: int position } when position >= 0 && position < elements.Count =>
                [elements[position]],
            { HasValue: true, Value: string key } => [.. elements.Where(element =>
                KeyOf(element.Value) is not { } own || own == key)],
            _ => elements,
        };
    }

    static IReadOnlyList<(IOperation Value, Frame Frame)>? Of(IOperation collection, Frame frame, int steps)
    {
        collection = Operands.Unwrap(collection);
        if (steps <= 0)
            return null;
        switch (collection)
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                return [.. initializer.ElementValues.Select(value => (value, frame))];
            case IArrayInitializerOperation initializer:
                return [.. initializer.ElementValues.Select(value => (value, frame))];
            case ICollectionExpressionOperation expression:
                return [.. expression.Elements.SelectMany(element => element is ISpreadOperation spread
                    ? Of(spread.Operand, frame, steps - 1) ?? []
                    : [(element, frame)])];
            case IObjectCreationOperation { Initializer: { } initializer }:
                return [.. initializer.Initializers.Select(Added).Select(value => (value, frame))];
            case ILocalReferenceOperation local when frame.Body.DefinitionsOf(local) is [var definition]:
                return Of(definition, frame, steps - 1);
            case IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (argument, caller):
                return Of(argument, caller, steps - 1);
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                return OfMember(field, frame, steps);
            case IPropertyReferenceOperation { Property: { SetMethod: null, IsIndexer: false } property }:
                return OfMember(property, frame, steps);
            default:
                return null;
        }
    }

    static IReadOnlyList<(IOperation Value, Frame Frame)>? OfMember(ISymbol member, Frame frame, int steps) =>
        frame.Store.Bodies.InitialValue(member, frame.Store.CancellationToken) is { } initial
            ? Of(initial, frame, steps - 1)
            : null;

    /// <summary>What <c>Add</c> or an indexer's setter is given last; before it stands the key.</summary>
    static IOperation Added(IOperation initializer) => initializer switch
    {
        IInvocationOperation { Arguments: [{ Value: var only }] } => only,
        _ => initializer,
    };

    static string? KeyOf(IOperation element) => element switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key, ..] } } =>
            key.Value.ConstantValue.Value as string,
        IInvocationOperation { Arguments: [var key, _] } => key.Value.ConstantValue.Value as string,
        _ => null,
    };
}
