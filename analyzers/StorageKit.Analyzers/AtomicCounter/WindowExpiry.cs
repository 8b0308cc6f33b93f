using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>Finds the effects that count and those that arm the window of what was counted.</summary>
internal static class WindowExpiry
{
    /// <summary>A counter of a shared store is increased; a script whose key is not known is not.</summary>
    public static bool IsIncrement(Effect effect) =>
        effect is { Kind: EffectKind.AtomicUpdate, Technology.IsSharedStore: true }
        && (effect.Statement is not null ? effect.Target.Length > 0 : effect.Key.Length > 0);

    /// <summary>
    /// EXPIRE, a SET with an expiry that only creates, and an UPDATE of a column other than the count to something that
    /// is computed from the window.
    /// </summary>
    public static bool IsExpiry(Effect effect) => effect switch
    {
        { Kind: EffectKind.Expire } => true,
        { Kind: EffectKind.CreateOnly, Statement: null } => Expiry(effect) is not null,
        { Kind: EffectKind.Overwrite or EffectKind.CompareAndSet, Statement.Verb: SqlVerb.Update } =>
            effect.Values.Any(value => Sources.CarriesGivenTimeSpan(value, effect.Frame)),
        _ => false,
    };

    /// <summary>The same key, a hash whatever its field; or the same table.</summary>
    public static bool IsOf(Effect expiry, Effect increment) =>
        expiry.Target == increment.Target && KeyOf(expiry) == KeyOf(increment)
        && (expiry.Technology == increment.Technology || expiry.Statement is not null)
        && !SetsCount(expiry, increment);

    /// <summary>A statement that begins a new window sets the count and the window together.</summary>
    static bool SetsCount(Effect expiry, Effect increment) =>
        expiry.Statement is { } statement && increment.Statement is { } adding
        && adding.Assignments.Any(sum => sum.MentionsColumn && statement.Assignments.Any(set =>
            string.Equals(set.Column, sum.Column, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True when the next increment sets an expiry that went missing.</summary>
    public static bool HealsItself(Effect expiry) =>
        !Guards.Over(expiry.Operation, expiry.Frame).Any()
        || Guards.Over(expiry.Operation, expiry.Frame).Any(guard =>
            guard.Condition is { } condition
            && ValueFlow.ReadsBehind(condition, guard.Frame).Any(read =>
                ApiCall.From(read.Operation) is { Member.Name: var name }
                && name.StartsWith("KeyTimeToLive", StringComparison.Ordinal)));

    /// <summary>The expiry that a SET is given, or null.</summary>
    static IOperation? Expiry(Effect effect) =>
        ApiCall.From(effect.Operation)?.Argument("expiry") is { } expiry
        && expiry.Parent is IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue }
        && Operands.Unwrap(expiry).ConstantValue is not { HasValue: true, Value: null }
            ? expiry : null;

    static string KeyOf(Effect effect) =>
        effect.Key.IndexOf('#') is var field and >= 0 ? effect.Key.Substring(0, field) : effect.Key;
}
