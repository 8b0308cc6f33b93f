using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>Objects and values that an EF Core query gave out.</summary>
internal static class LoadedEntity
{
    const int MaxSteps = 16;

    /// <summary>
    /// True when the object comes from a set; with <paramref name="tracked"/> only by a query that watches it. An
    /// object that was made where the query found none does not matter.
    /// </summary>
    public static bool Is(IOperation operation, Frame frame, bool tracked) =>
        Is(operation, frame, tracked, MaxSteps);

    static bool Is(IOperation operation, Frame frame, bool tracked, int steps)
    {
        if (steps <= 0)
            return false;
        operation = Operands.Unwrap(operation);
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return frame.Body.DefinitionsOf(local).Any(definition =>
                    !IsChangeOfMember(definition) && Is(Value(definition), frame, tracked, steps - 1));
            case IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (argument, caller):
                return Is(argument, caller, tracked, steps - 1);
            case IInvocationOperation call when frame.CalleeAt(call) is { } callee:
                return callee.Body.Returns.Any(returned => Is(returned, callee, tracked, steps - 1));
            case IInvocationOperation { TargetMethod.Name: "Select" or "SelectMany" or "GroupBy" or "Join" }:
                return !tracked && Receiver(operation, frame, tracked, steps);
            case IInvocationOperation { TargetMethod.Name: var name }
                when name.StartsWith("AsNoTracking", StringComparison.Ordinal):
                return !tracked && Receiver(operation, frame, tracked, steps);
            case IInvocationOperation call when IsSet(call.Type) || IsFind(call):
                return true;
            case IInvocationOperation:
                return Receiver(operation, frame, tracked, steps);
            case IPropertyReferenceOperation property:
                return IsSet(property.Type);
            case IFieldReferenceOperation reference:
                return IsSet(reference.Type);
            case ICoalesceOperation choice:
                return Is(choice.Value, frame, tracked, steps - 1);
            default:
                return false;
        }
    }

    static bool Receiver(IOperation call, Frame frame, bool tracked, int steps) =>
        ApiCall.From(call)?.Receiver is { } receiver && Is(receiver, frame, tracked, steps - 1);

    static bool IsChangeOfMember(IOperation definition) =>
        definition is IAssignmentOperation { Target: not ILocalReferenceOperation };

    static IOperation Value(IOperation definition) =>
        definition is IAssignmentOperation assignment ? assignment.Value : definition;

    static bool IsSet(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "DbSet", ContainingNamespace.Name: "EntityFrameworkCore" };

    static bool IsFind(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Find" or "FindAsync", ContainingType:
            { Name: "DbContext", ContainingNamespace.Name: "EntityFrameworkCore" } };
}
