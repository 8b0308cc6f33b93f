using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2003: an atomic member sets the end of a window when it opens one, not whenever it counts. A key that is made from
/// the time is another one in the next window, so it may.
/// </summary>
internal sealed class WindowMustBeArmedOnce() : StoreRule(Descriptors.SK2003_WindowMustBeArmedOnce)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
        {
            var effects = store.EffectsOf(member.Implementation);
            foreach (var effect in effects)
                if (FaultOf(effect, effects) is var (fault, remedy) && !Rearming.IsConditional(effect))
                    yield return At(effect, member.DisplayName, fault, remedy);
        }
    }

    static (string Fault, string Remedy)? FaultOf(Effect effect, IReadOnlyList<Effect> effects) => effect switch
    {
        { Kind: EffectKind.Expire } when Rearming.IsExpire(effect)
            && effects.Any(other => WindowExpiry.IsIncrement(other) && WindowExpiry.IsOf(effect, other)) =>
            ("sets the key's expiry", "Set it where the key has none: 'PTTL' below 0, or 'ExpireWhen.HasNoExpiry'"),
        { Kind: EffectKind.Overwrite, Statement: null } when Rearming.IsRewrittenWithExpiry(effect) =>
            ("writes the entry with a new expiry", "Keep the end that was stored with it"),
        { Statement: { Verb: SqlVerb.Insert or SqlVerb.Update } statement }
            when Rearming.MovesWindow(effect, statement)
                && !effects.TakeWhile(before => before != effect).Any(before =>
                    before.Kind == EffectKind.Read && before.Target == effect.Target) =>
            ("moves the window's end", "Write 'CASE WHEN' the window is over 'THEN' the new end 'ELSE' the stored one"),
        _ => null,
    };
}
