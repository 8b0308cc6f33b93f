using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>What keeps two callers from building on the same tail, besides a lock of this process.</summary>
internal static class TailProtection
{
    public static bool IsThere(IReadOnlyList<Effect> effects, IReadOnlyList<Frame> frames)
    {
        foreach (var effect in effects)
            if (effect.Kind == EffectKind.Begin || effect.Technology == StackExchangeRedis.Conditions
                || (effect.Kind == EffectKind.LockEnter && !LocksOnlyTheTail(effect) && !IsLeftBefore(effect, effects)))
                return true;
        return frames.Any(RetriesConflicts);
    }

    /// <summary>A lock of this process that is left in the same method, before anything is stored there.</summary>
    static bool IsLeftBefore(Effect enter, IReadOnlyList<Effect> effects)
    {
        if (enter.Technology != Locks.Technology)
            return false;
        var appends = effects.Where(effect => effect.Frame == enter.Frame && effect.Technology.IsSharedStore
            && effect.Kind is EffectKind.Append or EffectKind.CreateOnly).ToList();
        return appends.Count > 0 && appends.All(append => !append.IsLocked)
            && effects.Any(effect => effect.Kind == EffectKind.LockExit && effect.Frame == enter.Frame);
    }

    /// <summary>
    /// <c>SELECT … ORDER BY id DESC LIMIT 1 FOR UPDATE</c>: whoever waits gets the old last row, because the new one
    /// was not there when it looked. A row lock on another table, or an advisory lock, is a lock.
    /// </summary>
    static bool LocksOnlyTheTail(Effect effect) =>
        effect.Statement is { Verb: SqlVerb.Select, LocksRange: false, ReadTables: [var table] }
        && effect.Text is { } text && SqlTokenizer.Tokenize(text.Text).Any(token => token.Is("ORDER"))
        && table.Length > 0;

    /// <summary>
    /// A handler that asks which error the server gave: a unique index on the previous hash lets one win.
    /// </summary>
    static bool RetriesConflicts(Frame frame) => frame.Operations.Any(operation =>
        operation is ICatchClauseOperation clause && clause.Descendants().Any(part =>
            part is IPropertyReferenceOperation { Property.Name: "SqlState" or "SqliteErrorCode" or "Number"
                or "SqliteExtendedErrorCode" }
            || part.ConstantValue is { HasValue: true, Value: "23505" }
            || (part is ILoopOperation or IBranchOperation { BranchKind: BranchKind.Continue })));
}
