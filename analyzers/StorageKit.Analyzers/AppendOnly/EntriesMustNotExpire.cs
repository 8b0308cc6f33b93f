using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1015: a store that is append-only and nothing else does not tell its backend to delete what is old: a time to
/// live, a capped collection, an expiry beside the entry, a lifecycle.
/// </summary>
internal sealed class EntriesMustNotExpire() : StoreRule(Descriptors.SK1015_EntriesMustNotExpire)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        if (store.MembersWith(Promises.AppendOnly).FirstOrDefault() is not { } member)
            yield break;
        foreach (var reached in store.MembersWith(Promises.AppendOnly))
            foreach (var effect in store.EffectsOf(reached.Implementation))
                if (HasExpiry(effect))
                    yield return At(effect, reached.DisplayName, "gives the entry's key an expiry");

        // Another contract of the same class may have data that is meant to expire.
        if (!store.Members.All(other => (other.Promises & Promises.AppendOnly) != 0))
            yield break;
        foreach (var entry in store.EntryPoints)
            foreach (var frame in store.FramesOf(entry))
                foreach (var operation in frame.Operations)
                    if (RetentionSettings.Describe(operation) is { } what)
                        yield return At(
                            new Effect(EffectKind.Expire, StackExchangeRedis.Technology, operation, frame),
                            member.DisplayName, what);
        foreach (var effect in store.AllEffects)
            if (effect is { Statement: { Table: { } table } statement }
                && table.EndsWith("part_config", StringComparison.OrdinalIgnoreCase)
                && statement.Assignments.Any(set =>
                    set.Column.StartsWith("retention", StringComparison.OrdinalIgnoreCase)))
                yield return At(effect, member.DisplayName, "sets a retention for pg_partman");
    }

    /// <summary><c>StringSet(key, entry, expiry, When.NotExists)</c>: adds, and takes away later.</summary>
    static bool HasExpiry(Effect effect) =>
        effect is { Kind: EffectKind.CreateOnly or EffectKind.Append }
        && effect.Technology == StackExchangeRedis.Technology
        && ApiCall.From(effect.Operation)?.Argument("expiry") is { } expiry
        && Operands.Unwrap(expiry) is not IDefaultValueOperation and not { ConstantValue: { HasValue: true,
            Value: null } }
        && EntryFlow.CarriesEntry(effect);
}
