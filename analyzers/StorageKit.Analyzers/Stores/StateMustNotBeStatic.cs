using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.AppendOnly;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// SK0006: what a contract's member is given does not go into a static field, because two configured instances, and two
/// tenants, would share it. What is made without it, such as a lock for each key, may be static.
/// </summary>
internal sealed class StateMustNotBeStatic() : StoreRule(Descriptors.SK0006_StateMustMatchItsLifetime)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var member in store.Members)
            foreach (var effect in store.EffectsOf(member.Implementation))
                if (StaticField(effect) is { } field && store.IsFamily(field.ContainingType) && KeepsGiven(effect)
                    && field.Locations.FirstOrDefault(place => place.IsInSource) is { } place && seen.Add(field))
                    yield return At(effect, place, store.Type.Name, field.Name);
    }

    static ISymbol? StaticField(Effect effect) =>
        effect.Kind is EffectKind.Delete or EffectKind.Truncate ? null
        : effect.Technology == Fields.Technology
            ? effect.Kind == EffectKind.Overwrite && effect.Field is { IsStatic: true } number ? number : null
        : EntryCollections.IsInMemory(effect.Technology) && EntryCollections.FieldOf(effect) is { IsStatic: true } field
            ? field : null;

    /// <summary>
    /// The written value, or the delegate that makes it, depends on what the member was given; a key alone does not
    /// keep anything, and one with the tenant in it keeps tenants apart.
    /// </summary>
    static bool KeepsGiven(Effect effect)
    {
        if (effect.Technology == Fields.Technology)
            return effect.Values.Any(value => EntryFlow.DependsOnEntry(value, effect.Frame));
        if (ApiCall.From(effect.Operation) is not { } call
            || call.Arguments.Any(argument => NamesTenant(argument, effect.Frame)))
            return false;
        var written = call.IsSetter ? [call.Argument(-1)!]
            : effect.Technology == Sequences.Technology || effect.Technology == Sequences.Immutable
                ? call.Arguments : call.Arguments.Skip(1);
        return effect.Kind is EffectKind.Append or EffectKind.Overwrite or EffectKind.CreateOnly
                or EffectKind.AtomicUpdate or EffectKind.CompareAndSet
            ? written.Any(value => EntryFlow.DependsOnEntry(value, effect.Frame))
            : call.Member.Name == "GetOrAdd" && written.Any(value => EntryFlow.DependsOnEntry(value, effect.Frame));
    }

    static bool NamesTenant(IOperation argument, Frame frame) => Sources.Any(argument, frame, (operation, _) =>
        operation.Type is { Name: "TenantId", ContainingNamespace.Name: "StorageKit" });
}
