using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1016: stored entries are read in an order that no two of them tie in. Clocks give two entries one time, and step
/// back; a sequence does neither.
/// </summary>
internal sealed class OrderMustRestOnASequence() : StoreRule(Descriptors.SK1016_OrderMustRestOnASequence)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var tables = AuditTables.Of(store, member);
            foreach (var effect in AuditTables.StatementsOf(store))
                if (effect is { Kind: EffectKind.Read, Text: { } text } && tables.Contains(effect.Target)
                    && TimeOrder.In(text.Text) is { } column)
                    yield return At(
                        effect, text.LocationOf(column.Span, MethodBodySpan.Of(effect.Frame)), member.DisplayName,
                        column.Name);
            var entities = EntitiesOf(store.EffectsOf(member.Implementation));
            foreach (var frame in store.EntryPoints.SelectMany(store.FramesOf))
                foreach (var (place, key) in TimeOrder.QueriesIn(frame, entities))
                    yield return new(place.Syntax.GetLocation(), frame, [member.DisplayName, key]);
        }
    }

    static HashSet<string> EntitiesOf(IReadOnlyList<Effect> effects) =>
    [
        "AuditEntry",
        .. effects.Where(effect => effect is { Kind: EffectKind.Append }
            && effect.Technology == EntityFramework.Technology)
            .Select(effect => effect.Target),
    ];
}
