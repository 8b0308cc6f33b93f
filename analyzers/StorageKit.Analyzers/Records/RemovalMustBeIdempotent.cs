using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// SK3001: a member that removes something succeeds when it is not there. Which members remove is said by the contract:
/// StorageKit's own, and each <c>[Idempotent]</c> member of a user's that does nothing but delete.
/// </summary>
internal sealed class RemovalMustBeIdempotent() : StoreRule(Descriptors.SK3001_RemovalMustBeIdempotent)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.Members)
        {
            if (!Removes(member, store))
                continue;
            foreach (var site in ThrowSite.In(store, member.Implementation))
                if (WayToThrow.IsOnMiss(site) || (site.IsNotFound && WayToThrow.Leaves(site)))
                    yield return Report(site.Operation, site.Frame, member, "throws");
            foreach (var (operation, frame) in MissThrows.In(store, member.Implementation))
                yield return Report(operation, frame, member, "reads with a call that throws");
        }
    }

    static bool Removes(ContractMember member, Store store) =>
        member.Role is ContractRole.Remove or ContractRole.Invalidate
        || (member.Role is ContractRole.None && (member.Promises & Promises.Idempotent) != 0
            && DeletesOnly(store.EffectsOf(member.Implementation)));

    static bool DeletesOnly(IReadOnlyList<Effect> effects) =>
        effects.Any(effect => effect.Kind == EffectKind.Delete)
        && effects.All(effect => effect.Kind is EffectKind.Delete or EffectKind.Read or EffectKind.Truncate
            or EffectKind.LockEnter or EffectKind.LockExit or EffectKind.Begin or EffectKind.BeginWeak
            or EffectKind.Commit);

    static Violation Report(IOperation operation, Frame frame, ContractMember member, string what) =>
        At(MemberEffect.At(operation, frame), member.DisplayName, what);
}
