using System.Collections.Immutable;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>What keeps others out between a read and the write that was computed from it.</summary>
internal static class Exclusion
{
    /// <summary>Why nobody is kept out; null where somebody is, or where that cannot be told.</summary>
    public static StaleCause? CauseOf(
        Effect write, ImmutableArray<Effect> reads, int index, IReadOnlyList<Effect> effects)
    {
        var atWrite = HeldLock.At(write.Operation, write.Frame);
        var atReads = reads.SelectMany(read => HeldLock.At(read.Operation, read.Frame)).ToList();
        var around = atWrite.Where(atReads.Contains).ToList();
        if (around.Count > 0)
            return CauseUnder(around, write);
        if (IsEnteredBefore(reads, index, effects))
            return null;
        var held = atWrite.Concat(atReads).ToList();
        if (held.Count == 0)
            return IsInWeakTransaction(reads, index, effects) ? StaleCause.WeakTransaction : StaleCause.Unprotected;
        if (held.All(section => LockObject.FaultOf(section) is not null))
            return StaleCause.Illusory;
        return IsLookedAtAgain(write, atWrite) || FreshObject.IsReadBack(write) ? null : StaleCause.Split;
    }

    static StaleCause? CauseUnder(List<HeldLock> around, Effect write)
    {
        around.RemoveAll(section => LockObject.FaultOf(section) is not null);
        return around.Count == 0 ? StaleCause.Illusory
            : SharedStores.IsServer(write) && around.All(section => section.Region.Scope == LockScope.Process)
                ? StaleCause.ProcessLocal
            : null;
    }

    /// <summary>
    /// A helper entered a lock before the read and nothing left it until the write: <c>await EnterAsync();</c>.
    /// </summary>
    static bool IsEnteredBefore(ImmutableArray<Effect> reads, int write, IReadOnlyList<Effect> effects)
    {
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var first = true;
        for (var i = 0; i < write; i++)
        {
            var effect = effects[i];
            if (effect.Kind == EffectKind.LockExit)
                entered.Remove(effect.Target);
            else if (effect.Kind == EffectKind.LockEnter && effect.Technology == Locks.Technology && first)
                entered.Add(effect.Target);
            else if (reads.Contains(effect))
                first = false;
        }

        return entered.Count > 0;
    }

    static bool IsInWeakTransaction(ImmutableArray<Effect> reads, int write, IReadOnlyList<Effect> effects)
    {
        var open = false;
        var covers = false;
        for (var i = 0; i < write; i++)
        {
            if (reads.Contains(effects[i]))
                covers = open;
            open = effects[i].Kind switch
            {
                EffectKind.BeginWeak => true,
                EffectKind.Commit => false,
                _ => open,
            };
        }

        return open && covers && effects[write].Statement is not null;
    }

    /// <summary>
    /// Under the lock of the write, a condition looks at the same place again: a compare-and-set by hand.
    /// </summary>
    static bool IsLookedAtAgain(Effect write, IReadOnlyList<HeldLock> held) =>
        Guards.Over(write.Operation, write.Frame).Any(guard => guard.Condition is { } condition
            && ValueFlow.ReadsBehind(condition, guard.Frame) is { Count: > 0 } compared
            && compared.Any(read => HeldLock.At(read.Operation, read.Frame).Any(held.Contains)
                && (read.IsSamePlaceAs(write) || compared.Count > 1)));
}
