using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// Follows a value back to a key or id that the caller gave to a contract member, as it was given. What an unknown
/// method made of it (a hash, an escape), and what was checked before, is not the caller's text any more.
/// </summary>
internal sealed class CallerText(Store store)
{
    const int MaxSteps = 24;

    /// <summary>The parameter's name, or null.</summary>
    public string? SourceOf(IOperation value, Frame frame) => Find(value, frame, MaxSteps)?.Name;

    /// <summary>The parameter as the contract gave it, or null.</summary>
    public IParameterSymbol? Find(IOperation value, Frame frame) => Find(value, frame, MaxSteps);

    IParameterSymbol? Find(IOperation operation, Frame frame, int steps)
    {
        store.CancellationToken.ThrowIfCancellationRequested();
        operation = Operands.Unwrap(operation);
        if (steps <= 0 || operation.ConstantValue.HasValue)
            return null;
        switch (operation)
        {
            case IParameterReferenceOperation { Parameter: var parameter }:
                if (CheckedText.Is(parameter, frame))
                    return null;
                if (frame.Argument(parameter) is var (passed, caller))
                    return Find(passed, caller, steps - 1);
                return IsOfMember(parameter) && IsText(parameter.Type) ? parameter : null;
            case ILocalReferenceOperation local:
                return !CheckedText.Is(local.Local, frame) && frame.Body.DefinitionsOf(local) is [var definition]
                    ? Find(definition is ISimpleAssignmentOperation { Value: var set }
                        ? set : definition, frame, steps - 1)
                    : null;
            case IInterpolatedStringOperation text:
                return First(text.Parts.OfType<IInterpolationOperation>().Select(part =>
                    part.Expression), frame, steps);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add,
                Type.SpecialType: SpecialType.System_String } sum:
                return First([sum.LeftOperand, sum.RightOperand], frame, steps);
            case IPropertyReferenceOperation { Instance: { } instance, Property.Type: var type } when IsId(type):
                return Find(instance, frame, steps - 1);
            case IInvocationOperation call when frame.CalleeAt(call) is { Body.Returns: [var returned] } callee:
                return Find(returned, callee, steps - 1);
            case IInvocationOperation call when KeepsText(call.TargetMethod):
                return First(
                    (call.Instance is { } receiver ? [receiver] : Enumerable.Empty<IOperation>())
                    .Concat(call.Arguments.SelectMany(argument => Elements(argument.Value))), frame, steps);
            default:
                return null;
        }
    }

    IParameterSymbol? First(IEnumerable<IOperation> operands, Frame frame, int steps)
    {
        foreach (var operand in operands)
            if (Find(operand, frame, steps - 1) is { } found)
                return found;
        return null;
    }

    bool IsOfMember(IParameterSymbol parameter)
    {
        foreach (var member in store.Members)
            if (SymbolEqualityComparer.Default.Equals(
                member.Implementation.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))
                return true;
        return false;
    }

    static IEnumerable<IOperation> Elements(IOperation argument) =>
        argument is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues
        : argument is ICollectionExpressionOperation collection ? collection.Elements
        : [argument];

    static bool IsText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || IsId(type) || IsOurs(type, "SessionRecord");

    static bool IsId(ITypeSymbol type) => IsOurs(type, "AgentId") || IsOurs(type, "SessionId");

    static bool IsOurs(ITypeSymbol type, string name) =>
        type.Name == name && type.ContainingNamespace is { Name: "StorageKit",
            ContainingNamespace.IsGlobalNamespace: true };

    static bool KeepsText(IMethodSymbol method) =>
        method.Name == "ToString" && method.Parameters.IsEmpty
        || (method.ContainingType.SpecialType == SpecialType.System_String
            && method.Name is "Concat" or "Format" or "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper"
                or "ToLowerInvariant" or "ToUpperInvariant")
        || (method.ContainingType is { Name: "Path", ContainingNamespace.Name: "IO" }
            && method.Name is "Combine" or "Join" or "GetFullPath" or "ChangeExtension");
}
