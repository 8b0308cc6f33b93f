using System.Collections.Immutable;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// A write whose value was computed from an earlier read of the same place, and that another caller can undo. Each has
/// one cause, so that one rule reports it.
/// </summary>
/// <param name="Read">The read.</param>
/// <param name="Write">The write that can undo another caller's.</param>
/// <param name="Cause">Why.</param>
internal readonly record struct StaleWrite(Effect Read, Effect Write, StaleCause Cause)
{
    /// <summary>The stale writes of one cause among the effects of one entry point.</summary>
    public static IEnumerable<StaleWrite> In(IReadOnlyList<Effect> effects, StaleCause cause) =>
        In(effects).Where(found => found.Cause == cause);

    /// <summary>The stale writes among the effects of one entry point.</summary>
    public static IEnumerable<StaleWrite> In(IReadOnlyList<Effect> effects)
    {
        for (var i = 0; i < effects.Count; i++)
        {
            var write = effects[i];
            if (write.Kind != EffectKind.Overwrite)
                continue;
            var reads = ReadsBehind(write);
            if (reads is [] && MissGuard.ReadBefore(write, effects) is { } missed)
                reads = [missed];
            if (reads is [] || IsProtected(reads[0], i, effects) || reads.Any(read => ComparesWithRead(write, read)))
                continue;
            if (Exclusion.CauseOf(write, reads, i, effects) is { } cause)
                yield return new(reads[0], write, cause);
        }
    }

    static ImmutableArray<Effect> ReadsBehind(Effect write) => write.Values.IsEmpty ? [] :
        [.. write.Values
            .SelectMany(value => ValueFlow.ReadsBehind(value, write.Frame))
            .Where(read => read.IsSamePlaceAs(write))];

    /// <summary>
    /// A strong transaction, a row lock taken by SQL, or a compare-and-set condition stands before the write.
    /// </summary>
    static bool IsProtected(Effect read, int write, IReadOnlyList<Effect> effects)
    {
        var open = false;
        for (var i = 0; i < write; i++)
        {
            var isSql = effects[i].Statement is not null;
            open = effects[i].Kind switch
            {
                EffectKind.Begin => true,
                EffectKind.LockEnter when isSql => true,
                EffectKind.CompareAndSet when !isSql && read.Technology.IsSharedStore => true,
                EffectKind.Commit => false,
                _ => open,
            };
        }

        return open;
    }

    /// <summary><c>UPDATE … SET n = @n WHERE key = @k AND version = @read</c> succeeds for one caller only.</summary>
    static bool ComparesWithRead(Effect write, Effect read) =>
        write.Statement is { Verb: SqlVerb.Update } && write.Conditions
            .Any(value => ValueFlow.ReadsBehind(value, write.Frame).Contains(read));
}
