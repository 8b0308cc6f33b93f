using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2014: SQL of an atomic member adds what it is given to what is stored, and does not store it instead. A value that
/// was computed from an earlier read has SK2001.
/// </summary>
internal sealed class UpsertMustAccumulate() : StoreRule(Descriptors.SK2014_UpsertMustAccumulate)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
        {
            var effects = store.EffectsOf(member.Implementation);
            for (var i = 0; i < effects.Count; i++)
            {
                var effect = effects[i];
                if (effect.Statement is null || effect.Kind is EffectKind.Read || effect.IsLocked)
                    continue;
                if (OverwrittenTotal.Of(effect) is { } total && !CountsElsewhere(effect, effects)
                    && !ReadsBefore(i, effects))
                    yield return Report(effect, member, total);
                else if (IsRace(effect, i, effects))
                    yield return At(
                        effect, Place(effect), member.DisplayName,
                        $"merges into {NameOf(effect)} without a lock on the row that is not there yet, "
                        + "so two first callers both insert",
                        "Write 'WITH (HOLDLOCK)' after the table, or 'INSERT … ON CONFLICT'");
            }
        }
    }

    static Violation Report(Effect effect, ContractMember member, OverwrittenTotal total) =>
        At(
            effect, Place(effect), member.DisplayName,
            $"stores the caller's amount over the total in {NameOf(effect)}, so what was counted before is lost",
            total.Remedy) with
        {
            Properties = total.Fix is { } edit
                && effect.Text!.LiteralAt(edit.Span, MethodBodySpan.Of(effect.Frame)) is { } place
                    ? TextEdit.Write(place.SourceSpan, edit.NewText)
                    : ImmutableDictionary<string, string?>.Empty,
        };

    static Location Place(Effect effect) =>
        effect.Text!.LocationOf(effect.Statement!.Span, MethodBodySpan.Of(effect.Frame));

    static string NameOf(Effect effect) =>
        effect.Statement?.Table is { } table && table.IndexOf('{') < 0 ? $"'{table}'" : "the table";

    /// <summary>The sum may be kept in another place, and this is only the latest amount.</summary>
    static bool CountsElsewhere(Effect overwrite, IReadOnlyList<Effect> effects) =>
        effects.Any(effect => effect.Technology.IsSharedStore && effect.Target != overwrite.Target
            && effect.Kind is EffectKind.AtomicUpdate or EffectKind.Append or EffectKind.CompareAndSet);

    /// <summary>What was read decides perhaps that a new window begins here.</summary>
    static bool ReadsBefore(int overwrite, IReadOnlyList<Effect> effects) =>
        effects.Take(overwrite).Any(effect =>
            effect.Kind == EffectKind.Read && effect.Target == effects[overwrite].Target);

    static bool IsRace(Effect effect, int index, IReadOnlyList<Effect> effects) =>
        effect.Statement is { Verb: SqlVerb.MergeMatched, Conflict: SqlConflict.Update, LocksRange: false }
        && !effects.Take(index).Any(before => before.Kind is EffectKind.Begin or EffectKind.LockEnter)
        && effect.Text!.Text.IndexOf("SERIALIZABLE", StringComparison.OrdinalIgnoreCase) < 0
        && !IsCaught(effect);

    /// <summary>Who catches the duplicate key perhaps tries again.</summary>
    static bool IsCaught(Effect effect)
    {
        for (var (operation, frame) = (effect.Operation, effect.Frame); operation is not null;
            (operation, frame) = (frame.CallSite, frame.Caller ?? frame))
        {
            for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
                if (parent is ITryOperation { Catches.IsEmpty: false })
                    return true;
            if (frame.Caller is null)
                break;
        }

        return false;
    }
}
