using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>A property of a loaded entity that is given a value computed from what was loaded.</summary>
/// <param name="Operation">The assignment, or the call that makes it.</param>
/// <param name="Frame">The frame to read it in.</param>
/// <param name="Entity">The entity's type.</param>
/// <param name="Property">What changes.</param>
internal readonly record struct EntityChange(IOperation Operation, Frame Frame, ITypeSymbol Entity, string Property)
{
    public static IEnumerable<EntityChange> In(IReadOnlyList<Frame> frames, IReadOnlyList<Effect> effects)
    {
        foreach (var frame in frames)
            foreach (var operation in frame.Operations)
                if (At(operation, frame) is { } change && IsSaved(change, effects))
                    yield return change;
        foreach (var effect in effects)
            if (effect.Kind == EffectKind.Overwrite && effect.Technology == EntityFramework.Technology
                && (ReplacedBy(effect) ?? SetBy(effect)) is { } change)
                yield return change;
    }

    static EntityChange? At(IOperation operation, Frame frame)
    {
        var (target, value) = operation switch
        {
            ICompoundAssignmentOperation assignment => (assignment.Target, null),
            IIncrementOrDecrementOperation step => (step.Target, null),
            ISimpleAssignmentOperation assignment => (assignment.Target, assignment.Value),
            _ => (null, (IOperation?)null),
        };
        if (target is IMemberReferenceOperation { Instance: { Type: { } entity } instance, Member: var member })
            return (value is null || DependsOn(value, member, frame))
                && LoadedEntity.Is(instance, frame, tracked: false)
                ? new(operation, frame, entity, member.Name) : null;
        return operation is IInvocationOperation { Instance: { Type: { } type } receiver } call
            && call.TargetMethod.Locations.Any(location => location.IsInSource) && frame.CalleeAt(call) is null
            && ChangedBy(call.TargetMethod, frame.Store) is { } changed
            && LoadedEntity.Is(receiver, frame, tracked: false)
            ? new(operation, frame, type, changed) : null;
    }

    /// <summary>An object that EF Core watches is saved as it is; another one where the code says so.</summary>
    static bool IsSaved(EntityChange change, IReadOnlyList<Effect> effects)
    {
        var instance = change.Operation switch
        {
            IAssignmentOperation { Target: IMemberReferenceOperation member } => member.Instance,
            IIncrementOrDecrementOperation { Target: IMemberReferenceOperation member } => member.Instance,
            IInvocationOperation call => call.Instance,
            _ => null,
        };
        var entity = change.Entity.ToDisplayString();
        return (instance is not null && LoadedEntity.Is(instance, change.Frame, tracked: true))
            || effects.Any(effect => effect.Technology == EntityFramework.Technology
                && effect.Kind == EffectKind.Overwrite && effect.Target == entity);
    }

    /// <summary><c>row.Add(amount)</c>: the entity's own method adds to one of its properties.</summary>
    static string? ChangedBy(IMethodSymbol method, Store store)
    {
        if (store.Bodies.Find(method, store.CancellationToken) is not { } body)
            return null;
        foreach (var operation in body.Root.DescendantsAndSelf())
            if (operation is ICompoundAssignmentOperation { Target: IMemberReferenceOperation
                    { Instance: IInstanceReferenceOperation } compound })
                return compound.Member.Name;
            else if (operation is IIncrementOrDecrementOperation { Target: IMemberReferenceOperation
                    { Instance: IInstanceReferenceOperation } step })
                return step.Member.Name;
            else if (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation
                    { Instance: IInstanceReferenceOperation } target, Value: var value }
                && value.DescendantsAndSelf().OfType<IMemberReferenceOperation>()
                    .Any(read => SymbolEqualityComparer.Default.Equals(read.Member, target.Member)))
                return target.Member.Name;
        return null;
    }

    /// <summary><c>db.Update(row with { Count = row.Count + 1 })</c>.</summary>
    static EntityChange? ReplacedBy(Effect effect)
    {
        foreach (var value in effect.Values)
        {
            var made = Operands.Unwrap(value);
            if (made is ILocalReferenceOperation local && effect.Frame.Body.DefinitionsOf(local) is [var definition])
                made = Operands.Unwrap(definition);
            var initializer = made switch
            {
                IWithOperation { Initializer: var with } => with,
                IObjectCreationOperation { Initializer: { } set } => set,
                _ => null,
            };
            foreach (var set in initializer?.Initializers ?? [])
                if (set is ISimpleAssignmentOperation
                    { Target: IMemberReferenceOperation { Member: var member } } assignment
                    && DependsOn(assignment.Value, member, effect.Frame))
                    return new(effect.Operation, effect.Frame, member.ContainingType, member.Name);
        }

        return null;
    }

    /// <summary>
    /// <c>SetProperty(row => row.Count, loaded + 1)</c> in ExecuteUpdate, where no condition compares.
    /// </summary>
    static EntityChange? SetBy(Effect effect)
    {
        if (effect.Operation is not IInvocationOperation
                { TargetMethod.Name: "ExecuteUpdate" or "ExecuteUpdateAsync" } update
            || ApiCall.From(update) is not { } call)
            return null;
        foreach (var operation in call.Arguments.SelectMany(argument => argument.Descendants()))
            if (operation is IInvocationOperation { TargetMethod.Name: "SetProperty", Arguments: [.., var column,
                var set] }
                && MemberIn(column.Value) is { } member && MemberIn(set.Value) is null
                && DependsOn(set.Value, member, effect.Frame)
                && call.Receiver is { } rows && !DependsOn(rows, member, effect.Frame, comparedOnly: true))
                return new(effect.Operation, effect.Frame, member.ContainingType, member.Name);
        return null;
    }

    static ISymbol? MemberIn(IOperation lambda) => lambda.DescendantsAndSelf()
        .OfType<IMemberReferenceOperation>()
        .FirstOrDefault(member => member.Instance is IParameterReferenceOperation)?.Member;

    /// <summary>True when a value of this member, as it was loaded, is in the value.</summary>
    static bool DependsOn(IOperation value, ISymbol member, Frame frame, bool comparedOnly = false) =>
        Sources.Any(value, frame, (operation, at) =>
            operation is IMemberReferenceOperation { Instance: { } instance } read
            && (SymbolEqualityComparer.Default.Equals(read.Member, member)
                && (instance is not IParameterReferenceOperation ? LoadedEntity.Is(instance, at, tracked: false)
                    : !comparedOnly && IsProjection(operation, at))));

    /// <summary><c>Select(row => row.Count)</c> over a set: the column as it was loaded.</summary>
    static bool IsProjection(IOperation column, Frame frame)
    {
        for (var parent = column.Parent; parent is not null; parent = parent.Parent)
            if (parent is IInvocationOperation
                { TargetMethod.Name: "Select" or "SumAsync" or "Sum" or "MaxAsync" } query)
                return LoadedEntity.Is(query, frame, tracked: false);
        return false;
    }
}
