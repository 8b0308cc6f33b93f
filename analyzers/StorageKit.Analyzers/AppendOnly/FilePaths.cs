using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// Paths that are written and yet do no harm: new names, scratch files, files that are not there yet.
/// </summary>
internal static class FilePaths
{
    /// <summary>True for a name that no file has yet: it is random, or has the time in it.</summary>
    public static bool IsNew(Effect open) =>
        ApiCall.From(open.Operation)?.Argument(0) is { } path && IsNew(path, open.Frame);

    /// <summary>True for a name with a random part, or the time of the call, in it.</summary>
    public static bool IsNew(IOperation name, Frame frame) => IsNew(name, frame, []);

    /// <summary>True when the same code moves the file to its place afterwards: the move decides.</summary>
    public static bool IsMovedLater(Effect write, IReadOnlyList<Effect> effects)
    {
        foreach (var effect in effects)
            if (effect.Technology == Files.Technology && ApiCall.From(effect.Operation) is { } call
                && call.Member.Name is "Move" or "Replace" or "Copy"
                && Identity.Of(call.Argument(0), effect.Frame) == write.Key)
                return true;
        return false;
    }

    /// <summary>True under a condition that asks whether a file exists: the file gets its first content.</summary>
    public static bool IsFirstContent(Effect write)
    {
        for (var operation = write.Operation; operation.Parent is { } parent; operation = parent)
            if (parent is IConditionalOperation { Condition: var condition } && condition != operation
                && condition.DescendantsAndSelf().Any(IsExists))
                return true;
        return false;
    }

    static bool IsExists(IOperation operation) => operation
        is IInvocationOperation { TargetMethod.Name: "Exists" }
            or IPropertyReferenceOperation { Property.Name: "Exists" };

    static bool IsNew(IOperation operation, Frame frame, HashSet<(IOperation, Frame)> seen)
    {
        if (!seen.Add((operation, frame)))
            return false;
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "NewGuid" or "CreateVersion7" or "GetRandomFileName"
                or "GetTempFileName" or "GetUtcNow" or "GetTimestamp" }:
            case IPropertyReferenceOperation { Property: { Name: "UtcNow" or "Now" or "ProcessId" or "TickCount64" } }:
                return true;
            case ILocalReferenceOperation local:
                return frame.Body.DefinitionsOf(local).Any(definition => IsNew(definition, frame, seen));
            case IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (argument, caller):
                return IsNew(argument, caller, seen);
            case IInvocationOperation or IPropertyReferenceOperation when frame.CalleeAt(operation) is { } callee:
                return callee.Body.Returns.Any(returned => IsNew(returned, callee, seen));
            case IFieldReferenceOperation { Field: var field }
                when frame.Store.Bodies.InitialValue(field, frame.Store.CancellationToken) is { } initial:
                return IsNew(initial, frame, seen);
        }

        return operation.ChildOperations.Any(child => IsNew(child, frame, seen));
    }
}
