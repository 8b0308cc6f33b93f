using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>Which tables hold the entries of an append-only member.</summary>
internal static class AuditTables
{
    /// <summary>
    /// The tables of a member. One that runs a command which the class prepares when it is made inserts where that
    /// does.
    /// </summary>
    public static HashSet<string> Of(Store store, ContractMember member)
    {
        var tables = Of(store.EffectsOf(member.Implementation));
        return tables.Count > 0 || !RunsPreparedCommand(store, member) ? tables : Of([.. Prepared(store)]);
    }

    /// <summary>Every statement of the class, those that it prepares when it is made included.</summary>
    public static IEnumerable<Effect> StatementsOf(Store store) =>
        store.AllEffects.Concat(store.InitializerEffects).Where(effect => effect.Statement is not null);

    static IEnumerable<Effect> Prepared(Store store) =>
        store.Type.InstanceConstructors.SelectMany(store.EffectsOf).Concat(store.InitializerEffects);

    static bool RunsPreparedCommand(Store store, ContractMember member) =>
        store.FramesOf(member.Implementation).Any(frame => frame.Operations.Any(operation =>
            operation is IInvocationOperation { TargetMethod.Name: "ExecuteNonQuery" or "ExecuteNonQueryAsync",
                Instance: { } command }
            && Operands.Unwrap(command) is IFieldReferenceOperation));

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
