using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// SK3011: <c>InvalidateAsync</c> removes from the cache that <c>GetPolicyAsync</c> reads and fills, under the key that
/// it uses.
/// </summary>
internal sealed class InvalidateMustReachTheCache() : StoreRule(Descriptors.SK3011_InvalidateMustReachTheCache)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        var lookup = MemberWith(store, ContractRole.Lookup, "IPolicyStore");
        var invalidate = MemberWith(store, ContractRole.Invalidate, "IPolicyStore");
        if (lookup is null || invalidate is null)
            yield break;
        var reads = store.EffectsOf(lookup.Implementation);
        var changes = store.EffectsOf(invalidate.Implementation);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var read in reads)
            if (IsCache(read) && read.Kind == EffectKind.Read && IsFilled(read, reads)
                && !changes.Any(change => Forgets(change, read)) && !ReadsAnotherStamp(read, reads, changes)
                && !IsReachedOtherwise(read, store, invalidate) && told.Add(TargetName.Of(read)))
                yield return At(read, invalidate.DisplayName, lookup.DisplayName);
    }

    /// <summary>What the member calls may lead to a method here that forgets the entry, or cancel the entry's token.
    /// </summary>
    static bool IsReachedOtherwise(Effect read, Store store, ContractMember invalidate)
    {
        var calls = store.FramesOf(invalidate.Implementation).SelectMany(frame => frame.OwnOperations)
            .OfType<IInvocationOperation>().ToList();
        return calls.Count > 0
            && (store.AllEffects.Any(other =>
            other.Kind is EffectKind.Delete or EffectKind.Truncate && Forgets(other, read))
                || (read.Technology.Name is "IMemoryCache" or "IDistributedCache"
                    && (calls.Any(call => call.TargetMethod.Name.StartsWith("Cancel", StringComparison.Ordinal))
                        || UnknownCalls.AnyIn(store, invalidate.Implementation))));
    }

    static ContractMember? MemberWith(Store store, ContractRole role, string contract)
    {
        foreach (var member in store.Members)
            if (member.Role == role && member.Contract.ContainingType.Name == contract)
                return member;
        return null;
    }

    static bool IsCache(Effect effect) =>
        effect.Technology.Name is "ConcurrentDictionary" or "Dictionary" or "IMemoryCache" or "IDistributedCache";

    /// <summary>GetOrAdd and GetOrCreate fill what they read.</summary>
    static bool IsFilled(Effect read, IReadOnlyList<Effect> effects) =>
        ApiCall.From(read.Operation) is { Member.Name: var name } && name.StartsWith("GetOr", StringComparison.Ordinal)
        || effects.Any(write => TargetName.IsSame(write, read)
            && write.Kind is EffectKind.Overwrite or EffectKind.CreateOnly or EffectKind.AtomicUpdate);

    static bool Forgets(Effect change, Effect read) =>
        change.Kind != EffectKind.Read && change.Kind != EffectKind.LockEnter
        && (TargetName.IsSame(change, read) || change.Technology == read.Technology
        && !change.Target.StartsWith("this", StringComparison.Ordinal))
        && (change.Kind == EffectKind.Truncate || !HaveOtherPrefixes(change.Key, read.Key));

    /// <summary>Constant beginnings that differ make two keys: <c>policy:{agent}</c> and <c>{agent}</c>.</summary>
    static bool HaveOtherPrefixes(string left, string right) =>
        left.IndexOf("{", StringComparison.Ordinal) is var l and > 0
            && right.IndexOf("{", StringComparison.Ordinal) is var r and > 0
        && left.IndexOf('.') < 0 && right.IndexOf('.') < 0 && left.Substring(0, l) != right.Substring(0, r);

    /// <summary>A version that both members use makes old entries unreachable.</summary>
    static bool ReadsAnotherStamp(Effect read, IReadOnlyList<Effect> reads, IReadOnlyList<Effect> changes) =>
        changes.Any(change => change.Kind != EffectKind.Read
            && reads.Any(other => other.Kind == EffectKind.Read && TargetName.Of(other) != TargetName.Of(read)
                && TargetName.IsSame(other, change)));
}
