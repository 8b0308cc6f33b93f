using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// EF Core writes back what is assigned to an object that a query gave out, without a call that says so, when changes
/// are saved.
/// </summary>
internal static class TrackedEntities
{
    const int MaxSteps = 16;

    /// <summary>Assignments to stored entities of these types, in an entry point that saves changes.</summary>
    public static IEnumerable<Effect> Changes(IReadOnlyList<Frame> frames, Func<string, bool> isEntity)
    {
        if (!frames.Any(SavesChanges))
            yield break;
        foreach (var frame in frames)
            foreach (var operation in frame.Operations)
                if (Assigned(operation) is { Instance: { } instance, Property.ContainingType: { } entity }
                    && isEntity(entity.ToDisplayString()) && IsTracked(instance, frame, MaxSteps))
                    yield return new(EffectKind.Overwrite, EntityFramework.Technology, operation, frame)
                    {
                        Target = entity.ToDisplayString(),
                    };
    }

    static IPropertyReferenceOperation? Assigned(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: IPropertyReferenceOperation property } => property,
        IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation property } => property,
        _ => null,
    };

    static bool SavesChanges(Frame frame) => frame.Operations.Any(operation =>
        operation is IInvocationOperation { TargetMethod.Name: "SaveChanges" or "SaveChangesAsync" });

    /// <summary>
    /// From a set, by a query that tracks; what the code made itself, or projected, is not stored yet.
    /// </summary>
    static bool IsTracked(IOperation operation, Frame frame, int steps)
    {
        if (steps <= 0)
            return false;
        operation = Operands.Unwrap(operation);
        switch (operation)
        {
            case ILocalReferenceOperation local:
                var definitions = frame.Body.DefinitionsOf(local).Where(definition =>
                    !ChangesMember(definition)).ToList();
                return definitions.Count > 0
                    && definitions.All(definition => IsTracked(Value(definition), frame, steps - 1));
            case IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (argument, caller):
                return IsTracked(argument, caller, steps - 1);
            case IInvocationOperation call when frame.CalleeAt(call) is { } callee:
                return callee.Body.Returns.Count > 0
                    && callee.Body.Returns.All(returned => IsTracked(returned, callee, steps - 1));
            case IInvocationOperation { TargetMethod.Name: var name } when IsUntracked(name):
                return false;
            case IInvocationOperation call when IsSet(call.Type):
                return true;
            case IInvocationOperation call when ApiCall.From(call)?.Receiver is { } receiver:
                return IsTracked(receiver, frame, steps - 1);
            case IPropertyReferenceOperation property:
                return IsSet(property.Type);
            case ICoalesceOperation choice:
                return IsTracked(choice.Value, frame, steps - 1);
            default:
                return false;
        }
    }

    static bool ChangesMember(IOperation definition) =>
        definition is IAssignmentOperation { Target: not ILocalReferenceOperation };

    static IOperation Value(IOperation definition) =>
        definition is ISimpleAssignmentOperation assignment ? assignment.Value : definition;

    static bool IsUntracked(string method) =>
        method.StartsWith("AsNoTracking", StringComparison.Ordinal) || method is "Select" or "SelectMany";

    static bool IsSet(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "DbSet", ContainingNamespace.Name: "EntityFrameworkCore" };
}
