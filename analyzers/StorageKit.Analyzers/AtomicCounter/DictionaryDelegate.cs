using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>A delegate that AddOrUpdate or GetOrAdd of a concurrent dictionary calls, perhaps several times.</summary>
/// <param name="Call">The dictionary's call.</param>
/// <param name="Code">The delegate's body.</param>
/// <param name="Stored">Its parameter with the stored value, if it has one.</param>
/// <param name="Frame">The frame to read the body in.</param>
/// <param name="Argument">Where the delegate is passed, or written if that is elsewhere.</param>
internal sealed record DictionaryDelegate(
    Effect Call, IOperation Code, IParameterSymbol? Stored, Frame Frame, IOperation Argument)
{
    const string Update = "updateValueFactory";

    public static IEnumerable<DictionaryDelegate> Of(Effect call)
    {
        if (call is not { Operation: IInvocationOperation invocation } || !IsDictionaryCall(invocation))
            yield break;
        foreach (var argument in invocation.Arguments)
            if (argument.Parameter is { Type.TypeKind: TypeKind.Delegate } parameter
                && Target(argument.Value, call.Frame) is var (code, parameters, frame, place))
                yield return new(
                    call, code, parameter.Name == Update && parameters.Length > 1 ? parameters[1] : null,
                    frame, place);
    }

    /// <summary>True for code that stands in such a delegate, so SK2006 is the rule that judges it.</summary>
    public static bool Encloses(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: { } place } }
                && CallAround(place) is { } call && IsDictionaryCall(call))
                return true;
        return false;
    }

    /// <summary>True when the effect happens while the delegate runs.</summary>
    public bool Contains(Effect effect)
    {
        var operation = effect.Operation;
        for (var frame = effect.Frame; frame is not null; frame = frame.Caller)
        {
            if (frame == Call.Frame)
                return Argument.Syntax.Span.Contains(operation.Syntax.Span);
            if (frame.CallSite is null)
                return false;
            operation = frame.CallSite;
        }

        return false;
    }

    static IInvocationOperation? CallAround(IOperation place)
    {
        while (place is IConversionOperation or IArgumentOperation && place.Parent is { } parent)
            place = parent;
        return place as IInvocationOperation;
    }

    static bool IsDictionaryCall(IInvocationOperation call) =>
        call.TargetMethod is { Name: "AddOrUpdate" or "GetOrAdd", ContainingType.Name: "ConcurrentDictionary" };

    static (IOperation Code, ImmutableArray<IParameterSymbol> Parameters, Frame Frame, IOperation Place)? Target(
        IOperation operand, Frame frame)
    {
        operand = Operands.Unwrap(operand);
        if (operand is ILocalReferenceOperation local && frame.Body.DefinitionsOf(local) is [var definition])
            operand = Operands.Unwrap(definition);
        return operand switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } =>
                (lambda.Body, lambda.Symbol.Parameters, frame, lambda),
            IDelegateCreationOperation { Target: IMethodReferenceOperation reference }
                when frame.CalleeAt(reference) is { } callee =>
                (callee.Root, reference.Method.Parameters, callee, reference),
            _ => null,
        };
    }
}
