using System.Collections.Immutable;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1002: no insert into the tables that hold an append-only member's entries replaces or updates a row that is there
/// already, in any method of the store.
/// </summary>
internal sealed class UpsertMustNotOverwriteRow() : StoreRule(Descriptors.SK1002_UpsertMustNotOverwriteRow)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var tables = AuditTables.Of(store, member);
            foreach (var effect in AuditTables.StatementsOf(store))
                if (effect is { Statement: { Table: { } table } statement, Text: { } text }
                    && tables.Contains(effect.Target) && AuditTables.IsUpsert(statement))
                    yield return At(
                        effect, text.LocationOf(statement.Span, MethodBodySpan.Of(effect.Frame)), member.DisplayName,
                        table.IndexOf('{') < 0 ? table : effect.Target) with
                    {
                        Properties = EditOf(statement, text, effect.Frame),
                    };
        }
    }

    /// <summary>Where the literal stands in the method, what its fix writes into it.</summary>
    static ImmutableDictionary<string, string?> EditOf(SqlStatement statement, CommandText text, Frame frame) =>
        statement.KeepStoredRow is { } edit && text.LiteralAt(edit.Span, MethodBodySpan.Of(frame)) is { } place
            ? TextEdit.Write(place.SourceSpan, edit.NewText)
            : ImmutableDictionary<string, string?>.Empty;
}
