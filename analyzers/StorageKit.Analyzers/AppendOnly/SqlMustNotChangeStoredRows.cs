using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1001: no SQL of an append-only store updates, deletes or drops rows of the tables that its append-only member
/// inserts into. When those are not known, the member's own code is judged, whatever table it names.
/// </summary>
internal sealed class SqlMustNotChangeStoredRows() : StoreRule(Descriptors.SK1001_SqlMustNotChangeStoredRows)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var reached = store.EffectsOf(member.Implementation);
            var tables = AuditTables.Of(store, member);
            var guardsAll = store.Members.All(other => (other.Promises & Promises.AppendOnly) != 0);
            foreach (var effect in tables.Count > 0 ? AuditTables.StatementsOf(store) : reached)
            {
                if (effect is not { Statement: { } statement, Text: { } text }
                    || Describe(statement) is not { } what)
                    continue;
                if (tables.Count == 0 || tables.Contains(effect.Target)
                    || (IsUnknown(effect.Target) && (guardsAll || reached.Contains(effect))))
                    yield return At(
                        effect, text.LocationOf(statement.Span, MethodBodySpan.Of(effect.Frame)), member.DisplayName,
                        what, NameOf(statement, effect.Target));
            }
        }
    }

    static bool IsUnknown(string table) => table.IndexOf('{') >= 0;

    static string? Describe(SqlStatement statement) => statement.Verb switch
    {
        SqlVerb.Update => "updates rows of",
        SqlVerb.Delete => "deletes rows of",
        SqlVerb.Truncate => "truncates",
        SqlVerb.Drop => "drops",
        SqlVerb.AlterDestructively => "drops or rewrites a part of",
        SqlVerb.MergeMatched when statement.Conflict == SqlConflict.None => "merges over rows of",
        _ => null,
    };

    /// <summary>As written, or in canonical form where it is known at run time only.</summary>
    static string NameOf(SqlStatement statement, string target) =>
        statement.Table is { } table && !IsUnknown(table) ? table : target;
}
