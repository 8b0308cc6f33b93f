using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// Whether callers lock one object or each his own: an object that this call made, a boxed number, the text of a key.
/// Unknown is one object: rules stay silent.
/// </summary>
internal static class LockObject
{
    const int MaxSteps = 8;

    /// <summary>
    /// What is wrong with the lock, as a message says it; null for one that keeps others out. A handle to a distributed
    /// lock may well be new each time.
    /// </summary>
    public static string? FaultOf(HeldLock held) =>
        held.Region is { Scope: LockScope.Process, Lock: { } target } ? FaultOf(target, held.Frame, MaxSteps) : null;

    static string? FaultOf(IOperation target, Frame frame, int steps)
    {
        if (steps <= 0)
            return null;
        if (target is IConversionOperation { Operand.Type.IsValueType: true })
            return "a number or struct that is boxed anew each time";
        target = Operands.Unwrap(target);
        switch (target)
        {
            case IObjectCreationOperation creation when !IsNamed(creation):
            case IAnonymousObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation:
                return "an object that each call makes for itself";
            case IInterpolatedStringOperation { ConstantValue.HasValue: false }:
            case IBinaryOperation { ConstantValue.HasValue: false, Type.SpecialType: SpecialType.System_String }:
            case IInvocationOperation { Type.SpecialType: SpecialType.System_String,
                TargetMethod: { Name: "ToString" or "ToLowerInvariant" or "ToUpperInvariant" or "Format" or "Concat"
                    or "Join" or "Replace" or "Trim" or "ToLower" or "ToUpper" } }:
                return "a text, and equal texts are different objects";
            case IParameterReferenceOperation { Parameter: var parameter }:
                return frame.Argument(parameter) is var (value, caller) ? FaultOf(value, caller, steps - 1)
                    : parameter.Type.SpecialType == SpecialType.System_String && IsGiven(parameter)
                        ? "a text, and equal texts are different objects"
                    : null;
            case ILocalReferenceOperation local:
                return FaultOfLocal(local, frame, steps);
            case IInvocationOperation or IPropertyReferenceOperation when frame.CalleeAt(target) is { } callee:
                var faults = callee.Body.Returns.Select(returned => FaultOf(returned, callee, steps - 1)).ToList();
                return faults.Count > 0 && !faults.Contains(null) ? faults[0] : null;
            case IFieldReferenceOperation { Field: { IsReadOnly: true, Type: { Name: "SpinLock",
                IsValueType: true } } }:
                return "a copy, because the field is readonly and SpinLock is a struct";
            case IFieldReferenceOperation { Field: var field } when IsPerThread(field):
                return "an object that each thread has for itself";
            default:
                return null;
        }
    }

    static string? FaultOfLocal(ILocalReferenceOperation local, Frame frame, int steps)
    {
        var definitions = frame.Body.DefinitionsOf(local);
        if (definitions.Count == 0 || Escapes(local.Local, frame))
            return null;
        string? fault = null;
        foreach (var definition in definitions)
        {
            var value = definition is ISimpleAssignmentOperation assignment ? assignment.Value : definition;
            fault = FaultOf(value, frame, steps - 1);
            if (fault is null)
                return null;
        }

        return fault;
    }

    /// <summary>
    /// True when anything but locking is done with it: it may be stored, passed on, or shared with tasks of this call.
    /// </summary>
    static bool Escapes(ILocalSymbol local, Frame frame)
    {
        if (local.Type.SpecialType == SpecialType.System_String)
            return frame.Operations.Any(operation =>
                operation is IArgumentOperation { Parameter.RefKind: not RefKind.None } passed
                    && IsIt(passed.Value, local));
        return frame.Operations.Any(operation => IsIt(operation, local)
            && (!IsLockingUse(operation) || IsInNestedFunction(operation, frame)));
    }

    static bool IsIt(IOperation operation, ILocalSymbol local) =>
        operation is ILocalReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    static bool IsLockingUse(IOperation use)
    {
        var child = use;
        while (child.Parent is IConversionOperation)
            child = child.Parent;
        return child.Parent switch
        {
            ILockOperation => true,
            IInvocationOperation call => call.Instance == child,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Monitor" } } => true,
            ISimpleAssignmentOperation assignment => assignment.Target == child,
            IUsingOperation => true,
            _ => false,
        };
    }

    static bool IsInNestedFunction(IOperation operation, Frame frame)
    {
        for (var parent = operation.Parent; parent is not null && parent != frame.Root; parent = parent.Parent)
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        return false;
    }

    /// <summary>A mutex that is opened by its name is one for all who know the name.</summary>
    static bool IsNamed(IObjectCreationOperation creation) => creation.Arguments.Any(argument =>
        argument.ArgumentKind != ArgumentKind.DefaultValue
        && argument.Parameter?.Type.SpecialType == SpecialType.System_String);

    /// <summary>True for what the caller of an entry point passes, not for a primary constructor's parameter.</summary>
    static bool IsGiven(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor };

    static bool IsPerThread(IFieldSymbol field) =>
        field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");
}
