using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// SK3002: a heartbeat of an agent that is not there throws NotFound, and a lookup that finds nothing answers null.
/// </summary>
internal sealed class MissingRecordMustBeReported() : StoreRule(Descriptors.SK3002_MissingRecordMustBeReported)
{
    const string ThrowNotFound = "Throw a 'StorageException' of kind 'NotFound' when no row or key was changed";

    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.Members)
        {
            var found = member.Role switch
            {
                ContractRole.Renew => OfRenewal(member, store),
                ContractRole.Lookup => OfLookup(member, store),
                _ => [],
            };
            foreach (var violation in found)
                yield return violation;
        }
    }

    static IEnumerable<Violation> OfRenewal(ContractMember member, Store store)
    {
        var sites = ThrowSite.In(store, member.Implementation).ToList();
        foreach (var site in sites)
            if (!site.MayBeNotFound && WayToThrow.IsOnMiss(site) && !NotFoundCatch.TakesAround(site))
                yield return Report(
                    site.Operation, site.Frame, member,
                    $"reports an agent that is not registered with another error than 'NotFound'", ThrowNotFound);
        if (sites.Any(site => site.MayBeNotFound || WayToThrow.IsOnMiss(site))
            || UnknownCalls.AnyIn(store, member.Implementation))
            yield break;
        if (SilentMiss.In(store, member.Implementation) is var (operation, frame))
            yield return Report(
                operation, frame, member, "succeeds for an agent that is not registered", ThrowNotFound);
    }

    static IEnumerable<Violation> OfLookup(ContractMember member, Store store)
    {
        const string AnswerNull = "Return null";
        foreach (var site in ThrowSite.In(store, member.Implementation))
            if ((site.IsNotFound || !site.IsStorageException) && WayToThrow.IsOnMiss(site)
                && !NotFoundCatch.TakesAround(site))
                yield return Report(site.Operation, site.Frame, member, "throws when it finds nothing", AnswerNull);
        foreach (var (operation, frame) in MissThrows.In(store, member.Implementation))
            yield return Report(
                operation, frame, member, "reads with a call that throws when it finds nothing", AnswerNull);
        foreach (var frame in store.FramesOf(member.Implementation))
            foreach (var operation in frame.OwnOperations)
                if (EmptyArray.IsReturned(operation) && WayToThrow.IsOnMiss(new(operation, frame, null, null)))
                    yield return Report(
                        operation, frame, member, "answers an empty array when it finds nothing, and an empty one may "
                        + "be stored",
                        AnswerNull);
    }

    static Violation Report(
        IOperation operation, Frame frame, ContractMember member, string fact, string remedy) =>
        At(MemberEffect.At(operation, frame), member.DisplayName, fact, remedy);
}
