using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2002: an atomic member that counts in a key or row with a window sets both in one step, so that nothing can come
/// in between: neither a crash nor the end of the old window.
/// </summary>
internal sealed class IncrementMustCarryItsExpiry() : StoreRule(Descriptors.SK2002_IncrementMustCarryItsExpiry)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
        {
            var effects = store.EffectsOf(member.Implementation);
            if (!effects.Any(WindowExpiry.IsIncrement))
                continue;
            foreach (var expiry in effects)
                if (WindowExpiry.IsExpiry(expiry) && IsApart(expiry, effects))
                    yield return At(expiry, member.DisplayName, Place(expiry), Consequence(expiry)) with
                    {
                        Severity = WindowExpiry.HealsItself(expiry) || expiry.Kind == EffectKind.CreateOnly
                            ? DiagnosticSeverity.Warning : null,
                    };
        }
    }

    /// <summary>True when some increment of the same place is another step, and none is the same one.</summary>
    static bool IsApart(Effect expiry, IReadOnlyList<Effect> effects)
    {
        var apart = false;
        foreach (var increment in effects)
        {
            if (!WindowExpiry.IsIncrement(increment) || !WindowExpiry.IsOf(expiry, increment))
                continue;
            if (OneStep.Joins(increment, expiry, effects))
                return false;
            apart = true;
        }

        return apart;
    }

    static string Place(Effect expiry) =>
        expiry.Statement?.Table is { } table && table.IndexOf('{') < 0 ? $"a row of '{table}'"
        : expiry.Statement is not null ? "a row" : "a key";

    static string Consequence(Effect expiry) =>
        expiry.Kind == EffectKind.CreateOnly
            ? "a key that ends in between is made anew without an end"
        : WindowExpiry.HealsItself(expiry)
            ? "a crash in between leaves a window without an end until the next increment"
        : "a crash in between leaves a window that never ends";
}
