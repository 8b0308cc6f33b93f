using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.AtomicCounter;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>SK3012: a record and its time to live are stored in one step.</summary>
internal sealed class RecordMustCarryItsExpiry() : StoreRule(Descriptors.SK3012_RecordMustCarryItsExpiry)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.Members)
        {
            if (member.Role is not (ContractRole.Save or ContractRole.Renew or ContractRole.Lookup))
                continue;
            var effects = store.EffectsOf(member.Implementation);
            foreach (var expiry in effects)
                if (expiry.Kind == EffectKind.Expire && WriteBefore(expiry, effects) is { } write
                    && !OneStep.Joins(write, expiry, effects) && !SetsAnExpiry(write))
                    yield return At(expiry, member.DisplayName);
        }
    }

    static Effect? WriteBefore(Effect expiry, IReadOnlyList<Effect> effects)
    {
        foreach (var write in effects)
            if (write == expiry)
                return null;
            else if (write.Kind is EffectKind.Overwrite or EffectKind.CreateOnly or EffectKind.AtomicUpdate
                && write.Technology == expiry.Technology && write.Target == expiry.Target
                && write.Key.Length > 0 && KeyOf(write) == expiry.Key)
                return write;
        return null;
    }

    static bool SetsAnExpiry(Effect write) =>
        ApiCall.From(write.Operation)?.Argument("expiry") is { } expiry
        && Operands.Unwrap(expiry).ConstantValue is not { HasValue: true, Value: null }
        && expiry.Syntax != write.Operation.Syntax;

    static string KeyOf(Effect effect) =>
        effect.Key.IndexOf('#') is var field and >= 0 ? effect.Key.Substring(0, field) : effect.Key;
}
