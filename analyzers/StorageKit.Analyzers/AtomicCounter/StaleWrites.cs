using System.Collections.Immutable;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// A write whose value was computed from an earlier read of the same place, with nothing that keeps others out.
/// </summary>
/// <param name="Read">The read.</param>
/// <param name="Write">The write that can undo another caller's.</param>
internal readonly record struct StaleWrite(Effect Read, Effect Write)
{
    /// <summary>The stale writes among the effects of one entry point.</summary>
    public static IEnumerable<StaleWrite> In(IReadOnlyList<Effect> effects)
    {
        for (var i = 0; i < effects.Count; i++)
        {
            var write = effects[i];
            if (write.Kind != EffectKind.Overwrite || write.IsLocked)
                continue;
            var read = ReadBehind(write) ?? MissGuard.ReadBefore(write, effects);
            if (read is { IsLocked: false } && !IsProtected(read, i, effects) && !ComparesWithRead(write, read))
                yield return new(read, write);
        }
    }

    static Effect? ReadBehind(Effect write) => write.Values
        .SelectMany(value => ValueFlow.ReadsBehind(value, write.Frame))
        .FirstOrDefault(read => read.IsSamePlaceAs(write));

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
