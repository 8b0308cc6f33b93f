using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1005: the Redis keys that an append-only member adds its entries to are not trimmed, overwritten, expired or
/// deleted, in any method of the store. Other keys (a lock, a marker) may be.
/// </summary>
internal sealed class RedisKeyMustOnlyGrow() : StoreRule(Descriptors.SK1005_RedisKeyMustOnlyGrow)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var writes = new EntryWrites(store, member);
            var keys = KeysOf(writes);
            if (keys.Count == 0)
                continue;
            foreach (var effect in store.AllEffects)
                if (effect.Technology == StackExchangeRedis.Technology && IsAuditKey(effect, keys, writes)
                    && Describe(effect) is { } what)
                    yield return At(effect, member.DisplayName, what);
        }
    }

    /// <summary>Keys that entries are added to; where there is none, keys that the entry is written over.</summary>
    static HashSet<string> KeysOf(EntryWrites writes)
    {
        var added = new HashSet<string>(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var effect in writes.Reached)
        {
            if (effect.Technology != StackExchangeRedis.Technology || !EntryFlow.CarriesEntry(effect))
                continue;
            if (effect.Kind is EffectKind.Append or EffectKind.CreateOnly)
                added.Add(KeyOf(effect));
            else if (effect.Kind == EffectKind.Overwrite && !IsNamedByContent(effect))
                written.Add(KeyOf(effect));
        }

        return added.Count > 0 || writes.AddTo([StackExchangeRedis.Technology]) || writes.AreHandedOn()
            ? added : written;
    }

    static bool IsAuditKey(Effect effect, HashSet<string> keys, EntryWrites writes) =>
        writes.Reached.Contains(effect) ? keys.Contains(KeyOf(effect)) : Places.AreAlike(KeyOf(effect), keys);

    /// <summary>A hash is one key, whatever field is meant.</summary>
    static string KeyOf(Effect effect) =>
        effect.Key.IndexOf('#') is var field and >= 0 ? effect.Key.Substring(0, field) : effect.Key;

    /// <summary>Under a key made from the entry's hash, or a new one each time, nothing else can stand.</summary>
    static bool IsNamedByContent(Effect effect) => effect.Script is { } step
        ? step.Operands.Of(step.Call.Arguments[0]) is var (key, where)
            && (EntryFlow.MentionsHash(key, where) || FilePaths.IsNew(key, where))
        : ApiCall.From(effect.Operation) is { } call
        && call.Arguments.Take(effect.Key.IndexOf('#') >= 0 ? 2 : 1).Any(part =>
            EntryFlow.MentionsHash(part, effect.Frame) || FilePaths.IsNew(part, effect.Frame));

    static string? Describe(Effect effect) => effect.Kind switch
    {
        EffectKind.Truncate => "trims the key that holds the entries",
        EffectKind.Delete => "takes entries out of the key that holds them, or removes it",
        EffectKind.Expire => "lets the key that holds the entries expire",
        EffectKind.Overwrite when !IsNamedByContent(effect) => "writes over an entry",
        EffectKind.Append when IsCapped(effect) => "caps the stream, so that old entries are dropped",
        _ => null,
    };

    static bool IsCapped(Effect effect) =>
        ApiCall.From(effect.Operation)?.Argument("maxLength") is { } limit
        && limit.Parent is IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue }
        && Operands.Unwrap(limit).ConstantValue is not { HasValue: true, Value: null };
}
