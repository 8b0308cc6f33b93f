using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// What a delegate changes outside of itself: the object that is stored already, which everybody sees, and variables
/// and fields around it.
/// </summary>
internal sealed class DelegateSideEffect(DictionaryDelegate dictionaryDelegate)
{
    const int MaxSteps = 8;

    readonly Frame frame = dictionaryDelegate.Frame;

    /// <summary>The first change, and how a message names it.</summary>
    public (IOperation Place, string Fact)? Find()
    {
        foreach (var operation in dictionaryDelegate.Code.Descendants())
            if (FactOf(operation) is { } fact && !IsLocked(operation))
                return (operation, fact);
        return null;
    }

    string? FactOf(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation assignment =>
            IsPartOfStored(assignment.Target) ? ChangesStored
            : IsShared(assignment.Target) && CarriesStored(assignment.Value) ? Changes(assignment.Target)
            : null,
        IAssignmentOperation assignment => FactOfUpdate(assignment.Target),
        IIncrementOrDecrementOperation step => FactOfUpdate(step.Target),
        IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked", Arguments: [var place, ..] } call
            when !IsPartOfStored(place.Value) && IsOutside(place.Value)
                && call.Arguments.Skip(1).Any(argument => Sources.CarriesGivenNumber(argument.Value, frame)) =>
            Changes(place.Value),
        IInvocationOperation { Instance: { } receiver } call
            when IsStored(receiver, MaxSteps)
                && (Mutators.IsMutator(call.TargetMethod) || Mutates(call.TargetMethod)) =>
            ChangesStored,
        _ => null,
    };

    const string ChangesStored = "changes the stored object";

    static string Changes(IOperation place) => $"changes '{place.Syntax}'";

    string? FactOfUpdate(IOperation target) =>
        IsPartOfStored(target) ? ChangesStored
        : IsOutside(target) ? Changes(target)
        : null;

    /// <summary>A member of the stored object; the parameter itself is the delegate's own.</summary>
    bool IsPartOfStored(IOperation target) => Operands.Unwrap(target) switch
    {
        IMemberReferenceOperation { Instance: { } owner } => IsStored(owner, MaxSteps),
        IArrayElementReferenceOperation { ArrayReference: var array } => IsStored(array, MaxSteps),
        _ => false,
    };

    /// <summary>The stored object or one that it holds; a struct that was copied is the delegate's own.</summary>
    bool IsStored(IOperation operand, int steps)
    {
        operand = Operands.Unwrap(operand);
        if (steps <= 0 || operand.Type is { IsReferenceType: false })
            return operand is IFieldReferenceOperation { Instance: { } holder } && steps > 0
                && IsStored(holder, steps - 1);
        return operand switch
        {
            IParameterReferenceOperation { Parameter: var parameter } =>
                SymbolEqualityComparer.Default.Equals(parameter, dictionaryDelegate.Stored),
            IMemberReferenceOperation { Instance: { } owner } and not IMethodReferenceOperation =>
                IsStored(owner, steps - 1),
            IArrayElementReferenceOperation { ArrayReference: var array } => IsStored(array, steps - 1),
            ILocalReferenceOperation local => DefinitionsOf(local)
                .Any(definition => IsStored(Assigned(definition), steps - 1)),
            _ => false,
        };
    }

    IReadOnlyList<IOperation> DefinitionsOf(ILocalReferenceOperation local) => frame.Body.DefinitionsOf(local);

    static IOperation Assigned(IOperation definition) =>
        definition is ISimpleAssignmentOperation assignment ? assignment.Value : definition;

    bool CarriesStored(IOperation value) =>
        dictionaryDelegate.Stored is { } stored && value.DescendantsAndSelf().Any(part =>
            part is IParameterReferenceOperation { Parameter: var parameter }
            && SymbolEqualityComparer.Default.Equals(parameter, stored));

    /// <summary>A variable of the method around the delegate, or a field that others see.</summary>
    bool IsOutside(IOperation target) => Operands.Unwrap(target) switch
    {
        ILocalReferenceOperation { Local: var local } => IsDeclaredOutside(local),
        IParameterReferenceOperation { Parameter: var parameter } => IsDeclaredOutside(parameter),
        var other => IsShared(other),
    };

    bool IsDeclaredOutside(ISymbol variable) =>
        variable.DeclaringSyntaxReferences is [var declaration, ..]
        && !(declaration.SyntaxTree == dictionaryDelegate.Argument.Syntax.SyntaxTree
            && dictionaryDelegate.Argument.Syntax.Span.Contains(declaration.Span))
        && !(declaration.SyntaxTree == dictionaryDelegate.Code.Syntax.SyntaxTree
            && (dictionaryDelegate.Code.Syntax.Parent ?? dictionaryDelegate.Code.Syntax).Span
                .Contains(declaration.Span));

    bool IsShared(IOperation target) => Operands.Unwrap(target) switch
    {
        IFieldReferenceOperation { Field.IsStatic: true } or IPropertyReferenceOperation { Property.IsStatic: true } =>
            true,
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind:
            InstanceReferenceKind.ContainingTypeInstance } } => true,
        IMemberReferenceOperation { Instance: { } owner } and not IMethodReferenceOperation =>
            owner is IFieldReferenceOperation or IPropertyReferenceOperation && IsShared(owner),
        IArrayElementReferenceOperation { ArrayReference: var array } => IsShared(array),
        _ => false,
    };

    bool IsLocked(IOperation operation)
    {
        if (frame.IsLocked(operation))
            return true;
        for (var parent = operation.Parent; parent is not null && parent != dictionaryDelegate.Code;
            parent = parent.Parent)
            if (parent is ILockOperation)
                return true;
        return false;
    }

    /// <summary>A method in source that writes a field or collection of its own object, outside of a lock.</summary>
    bool Mutates(IMethodSymbol method)
    {
        if (method.IsStatic || frame.Store.Bodies.Find(method, frame.Store.CancellationToken) is not { } body)
            return false;
        foreach (var operation in body.Operations)
        {
            var changed = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                IInvocationOperation { Instance: { } receiver } call when Mutators.IsMutator(call.TargetMethod) =>
                    receiver,
                _ => null,
            };
            if (changed is IMemberReferenceOperation { Instance: IInstanceReferenceOperation } and not
                    { Parent.Parent: IObjectOrCollectionInitializerOperation }
                && !body.Locks.Any(region => region.Span.Contains(operation.Syntax.Span)))
                return true;
        }

        return false;
    }
}
