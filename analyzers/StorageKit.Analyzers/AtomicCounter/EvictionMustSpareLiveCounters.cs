using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2018: what removes counters because they are over removes the entry that it looked at, and not whatever stands
/// under the key by then: a caller may have opened a new window in between. A reset removes what is there, and may.
/// </summary>
internal sealed class EvictionMustSpareLiveCounters() : StoreRule(Descriptors.SK2018_EvictionMustSpareLiveCounters)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
        {
            var counted = new HashSet<string>(
                store.EffectsOf(member.Implementation).Where(IsCount).Select(effect => PlaceOf(effect.Target)),
                StringComparer.Ordinal);
            if (counted.Count == 0)
                continue;
            foreach (var effect in store.AllEffects)
                if (effect.Kind == EffectKind.Delete && effect.Technology == ConcurrentCollections.Technology
                    && counted.Contains(PlaceOf(effect.Target)) && !effect.IsLocked && IsByKey(effect)
                    && DependsOnValue(effect))
                    yield return At(effect, store.Type.Name, NameOf(effect));
        }
    }

    /// <summary>A helper's <c>this</c> is the store's own.</summary>
    static string PlaceOf(string target) =>
        target.StartsWith("this:", StringComparison.Ordinal) && target.IndexOf('.') is var member and > 0
            ? $"this{target.Substring(member)}" : target;

    static bool IsCount(Effect effect) =>
        effect.Technology == ConcurrentCollections.Technology
        && (effect.Kind is EffectKind.AtomicUpdate or EffectKind.CompareAndSet or EffectKind.Overwrite
            || effect.Operation is IInvocationOperation { TargetMethod.Name: "GetOrAdd" });

    /// <summary><c>TryRemove(key, out _)</c>; the overload that takes a pair compares.</summary>
    static bool IsByKey(Effect effect) =>
        effect.Operation is IInvocationOperation { TargetMethod: { Name: "TryRemove", Parameters.Length: 2 } };

    /// <summary>Something that was read out of the dictionary says that the entry is over.</summary>
    static bool DependsOnValue(Effect removal)
    {
        foreach (var guard in Guards.Over(removal.Operation, removal.Frame))
            if (guard.Condition is { } condition
                && (Reads(condition, guard.Frame, removal) || LooksAtElement(condition, guard.Frame, removal)))
                return true;
        return ApiCall.From(removal.Operation) is { } call && call.Argument(0) is { } key
            && IsChosen(key, removal.Frame, removal);
    }

    /// <summary>The value is looked at, not only whether there is one: <c>w.Ends</c>.</summary>
    static bool Reads(IOperation condition, Frame frame, Effect removal) =>
        condition.DescendantsAndSelf().Any(part => part switch
        {
            ILocalReferenceOperation { Parent: not (IDeclarationExpressionOperation or IArgumentOperation) } local =>
                frame.Body.DefinitionsOf(local).Any(definition => IsRead(definition, frame, removal)),
            IMemberReferenceOperation { Instance: { } holder } => IsRead(holder, frame, removal),
            _ => false,
        });

    static bool IsRead(IOperation operation, Frame frame, Effect removal) =>
        frame.EffectsAt(Operands.Unwrap(operation)).Any(effect =>
            effect.Kind == EffectKind.Read && effect.IsSamePlaceAs(removal));

    /// <summary><c>foreach (var pair in windows) if (pair.Value.Ends &lt;= now)</c>.</summary>
    static bool LooksAtElement(IOperation condition, Frame frame, Effect removal) =>
        condition.DescendantsAndSelf().Any(part =>
            part is ILocalReferenceOperation { Parent: not IPropertyReferenceOperation { Property.Name: "Key" } } local
            && !IsKey(local, removal)
            && frame.Body.DefinitionsOf(local).Any(definition => Enumerates(definition, frame, removal)));

    /// <summary>The name in <c>foreach (var (name, window) in windows)</c>.</summary>
    static bool IsKey(ILocalReferenceOperation local, Effect removal) =>
        removal.Operation is IInvocationOperation { TargetMethod.Parameters: [var key, ..] }
        && SymbolEqualityComparer.Default.Equals(local.Type, key.Type);

    /// <summary>The key comes out of a query over the entries: <c>windows.Where(…)</c>.</summary>
    static bool IsChosen(IOperation key, Frame frame, Effect removal) =>
        key.DescendantsAndSelf().Any(part =>
            part is ILocalReferenceOperation local && frame.Body.DefinitionsOf(local).Any(definition =>
                Filters(definition, frame) && Enumerates(definition, frame, removal)));

    static bool Filters(IOperation collection, Frame frame) =>
        Sources.Any(collection, frame, static (operation, _) =>
            operation is IInvocationOperation { TargetMethod: { Name: "Where", ContainingType.Name: "Enumerable" } }
            && operation.Descendants().Any(part => part is IPropertyReferenceOperation
                { Property: { Name: "Value", ContainingType.Name: "KeyValuePair" } }));

    static bool Enumerates(IOperation collection, Frame frame, Effect removal) =>
        Sources.Any(collection, frame, (operation, at) =>
            operation is IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation
            && operation.Type?.Name == "ConcurrentDictionary"
            && PlaceOf(Identity.Of(operation, at)) == PlaceOf(removal.Target));

    static string NameOf(Effect effect) =>
        ApiCall.From(effect.Operation) is { Receiver: { } receiver }
        && Operands.Unwrap(receiver) is IMemberReferenceOperation { Member.Name: var name } ? name : "the dictionary";
}
