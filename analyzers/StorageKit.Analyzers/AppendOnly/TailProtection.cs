using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>What keeps two callers from building on the same tail, besides a lock of this process.</summary>
internal static class TailProtection
{
    public static bool IsThere(IReadOnlyList<Effect> effects, IReadOnlyList<Frame> frames)
    {
        foreach (var effect in effects)
            if (effect.Kind == EffectKind.Begin || (effect.Kind == EffectKind.LockEnter && !LocksOnlyTheTail(effect)))
                return true;
        return frames.Any(RetriesConflicts);
    }

    /// <summary>
    /// <c>SELECT … ORDER BY id DESC LIMIT 1 FOR UPDATE</c>: whoever waits gets the old last row, because the new one was
    /// not there when it looked. A row lock on another table, or an advisory lock, is a lock.
    /// </summary>
    static bool LocksOnlyTheTail(Effect effect) =>
        effect.Statement is { Verb: SqlVerb.Select, LocksRange: false, ReadTables: [var table] }
        && effect.Text is { } text && SqlTokenizer.Tokenize(text.Text).Any(token => token.Is("ORDER"))
        && table.Length > 0;

    /// <summary>A handler that asks which error the server gave: a unique index on the previous hash lets one win.</summary>
    static bool RetriesConflicts(Frame frame) => frame.Root.Descendants().Any(operation =>
        operation is ICatchClauseOperation clause && clause.Descendants().Any(part =>
            part is IPropertyReferenceOperation { Property.Name: "SqlState" or "SqliteErrorCode" or "Number"
                or "SqliteExtendedErrorCode" }
            || part.ConstantValue is { HasValue: true, Value: "23505" }
            || (part is ILoopOperation or IBranchOperation { BranchKind: BranchKind.Continue })));
}
