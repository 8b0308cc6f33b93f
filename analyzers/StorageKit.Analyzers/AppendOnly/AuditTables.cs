using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>Which tables hold the entries of an append-only member.</summary>
internal static class AuditTables
{
    /// <summary>
    /// Tables that get plain inserts, and tables that are upserted with the entry itself. Another one that is only
    /// upserted (a chain head, a cursor) is mutable by design, and counts only when there is nothing else.
    /// </summary>
    public static HashSet<string> Of(IReadOnlyList<Effect> reached)
    {
        var tables = new HashSet<string>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var effect in reached)
        {
            if (effect.Target.Length == 0 || !IsInsert(effect.Statement))
                continue;
            var isEntry = !IsUpsert(effect.Statement!)
                || effect.Values.Any(value => EntryFlow.CarriesEntry(value, effect.Frame));
            (isEntry ? tables : others).Add(effect.Target);
        }

        return tables.Count > 0 || others.Count > 1 ? tables : others;
    }

    /// <summary>True for a statement that adds a row or changes the one that is there already.</summary>
    public static bool IsUpsert(SqlStatement statement) =>
        statement.Conflict == SqlConflict.Replace
        || (statement.Conflict == SqlConflict.Update
            && (statement.Assignments.IsEmpty
                || statement.Assignments.Any(assignment => !assignment.ChangesNothing)));

    static bool IsInsert(SqlStatement? statement) =>
        statement is { Verb: SqlVerb.Insert or SqlVerb.Merge }
            or { Verb: SqlVerb.MergeMatched, Conflict: SqlConflict.Update };
}
