using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1003 outside stores: what an append-only store of this compilation adds is not changed by its other classes. The
/// stores' entities are looked up when the first EF Core call that changes something is met.
/// </summary>
internal sealed class EntityChangesElsewhere(DiagnosticDescriptor descriptor, StoreParts parts)
{
    /// <summary>The entities that stores add, each with the member that adds it.</summary>
    Dictionary<string, string>? entities;

    public void Analyze(OperationAnalysisContext context)
    {
        var saves = context.Operation is IInvocationOperation
            { TargetMethod: { Name: "SaveChanges" or "SaveChangesAsync",
                ContainingNamespace.Name: "EntityFrameworkCore" } };
        if ((!saves && KindOf(context.Operation) is null)
            || context.ContainingSymbol is not IMethodSymbol { ContainingType: { } type } method
            || type.AllInterfaces.Any(parts.Contracts.IsContract)
            || Entities(context.CancellationToken) is not { Count: > 0 } entities
            || parts.Contracts.IsExempt(method, descriptor.Id))
            return;
        var store = parts.Of(type, context.CancellationToken);
        if (saves)
            foreach (var change in TrackedEntities.Changes(store.FramesOf(method), entities.ContainsKey))
                Report(context, change.Operation, "changes a tracked", change.Target, entities);
        else if (store.FramesOf(method) is [var frame, ..] && Same(context.Operation, frame) is { } operation
            && ApiCall.From(operation) is { } call && EntityTypes.NameOf(call, frame) is { Length: > 0 } entity
            && entities.ContainsKey(entity) && KindOf(operation) is { } kind
            && EntityMustNotChange.Describe(kind) is { } what)
            Report(context, operation, what, entity, entities);
    }

    void Report(
        OperationAnalysisContext context, IOperation operation, string what, string entity,
        Dictionary<string, string> members)
    {
        var place = operation.Syntax.GetLocation();
        if (parts.IsNew(descriptor.Id, place))
            context.ReportDiagnostic(
                Diagnostic.Create(descriptor, place, members[entity], what, EntityMustNotChange.NameOf(entity)));
    }

    /// <summary>What an EF Core call does to stored entities; null for another call, and for one that adds.</summary>
    EffectKind? KindOf(IOperation operation)
    {
        if (ApiCall.From(operation) is not { } call)
            return null;
        foreach (var (technology, row) in parts.Table.Candidates(call.Member, call.Receiver?.Type))
            if (technology == EntityFramework.Technology && row.Kind is EffectKind.Overwrite or EffectKind.Delete
                && (row.When is null || (call.Argument(-1) is { } value && PassedObjects.IsNamed(value, row.When))))
                return row.Kind;
        return null;
    }

    /// <summary>The operation of the walked body that stands where this one does.</summary>
    static IOperation? Same(IOperation operation, Frame frame)
    {
        foreach (var candidate in frame.Root.Descendants())
            if (candidate.Kind == operation.Kind && candidate.Syntax == operation.Syntax)
                return candidate;
        return null;
    }

    Dictionary<string, string> Entities(CancellationToken cancellationToken)
    {
        if (entities is { } known)
            return known;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in parts.Outside.Classes(cancellationToken))
        {
            if (!type.AllInterfaces.Any(parts.Contracts.IsContract))
                continue;
            var store = parts.Of(type, cancellationToken);
            foreach (var member in store.MembersWith(Promises.AppendOnly))
                foreach (var entity in EntityMustNotChange.EntitiesOf(new(store, member)))
                    found[entity] = member.DisplayName;
        }

        return entities = found;
    }
}
