using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1014: what is appended does not depend on a tail that another caller may have extended meanwhile. The read and the
/// append are in one lock, one transaction that keeps others out, or one statement.
/// </summary>
internal sealed class TailMustBeReadAndExtendedAtOnce() : StoreRule(Descriptors.SK1014_TailMustBeReadAndExtendedAtOnce)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var effects = store.EffectsOf(member.Implementation);
            var frames = store.FramesOf(member.Implementation);
            if (TailProtection.IsThere(effects, frames))
                continue;
            var kept = TailRead.KeptIn(frames);
            foreach (var append in effects)
                if (append.Kind is EffectKind.Append or EffectKind.CreateOnly
                    && TailRead.Before(append, kept, effects) is { } tail && !(tail.IsLocked && append.IsLocked))
                {
                    yield return new(
                        tail.Place.Syntax.GetLocation(), tail.Frame, [member.DisplayName, tail.What]);
                    break;
                }
        }
    }
}
