using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>A statement that puts the caller's amount in the place of what is stored.</summary>
/// <param name="Effect">The statement's effect.</param>
/// <param name="Assignment">The assignment; null where the whole row is replaced.</param>
internal readonly record struct OverwrittenTotal(Effect Effect, SqlAssignment? Assignment)
{
    public static OverwrittenTotal? Of(Effect effect)
    {
        // With a subquery it may add after all; with a condition it may be the one that opens a new window.
        if (effect is not { Statement: { HasSubquery: false } statement, Text: { } text })
            return null;
        if (statement is { Verb: SqlVerb.Insert, Conflict: SqlConflict.Replace })
            return AnyIsAmount(statement.InsertedOperands, effect) ? new(effect, null) : null;
        if (statement is not ({ Verb: SqlVerb.Insert, Conflict: SqlConflict.Update, ConditionNames.IsEmpty: true }
                or { Verb: SqlVerb.MergeMatched } or { Verb: SqlVerb.Update, ConditionIsEquality: true })
            || statement.Assignments.Any(set => set is { MentionsColumn: true, ChangesNothing: false }))
            return null;
        foreach (var set in statement.Assignments)
            if (IsAmount(set, statement, text, effect))
                return new(effect, set);
        return null;
    }

    /// <summary>Where to write the stored value and a plus, so that the amount is added.</summary>
    public SqlEdit? Fix =>
        Assignment is { } set && Effect.Statement!.Verb != SqlVerb.MergeMatched
            ? new(new TextSpan(set.Value.Start, 0), $"{StoredValue(set)} + ") : null;

    /// <summary>What to write, as a message shows it.</summary>
    public string Remedy =>
        Assignment is { } set
            ? $"Write '{set.Column} = {StoredValue(set)} + …'" : "Write 'ON CONFLICT … DO UPDATE SET n = n + …'";

    /// <summary>After ON CONFLICT a column must say whose it is: the stored row's, or EXCLUDED.</summary>
    string StoredValue(SqlAssignment set) =>
        Effect.Statement is { Verb: not SqlVerb.Update, RowName: { } row } && row.IndexOf('{') < 0
        && Effect.Text!.Text.IndexOf("DUPLICATE", StringComparison.OrdinalIgnoreCase) < 0
            ? $"{row}.{set.Column}" : set.Column;

    static bool IsAmount(SqlAssignment set, SqlStatement statement, CommandText text, Effect effect) =>
        set.CallersColumn is { } column ? AnyIsAmount(OperandsOf(column, statement), effect)
        : set.Operands is [var operand] && IsAlone(text.Text, set.Value, operand) && AnyIsAmount(set.Operands, effect);

    /// <summary>
    /// What is inserted into the column; anything inserted where columns are not named and all others are overwritten.
    /// </summary>
    static ImmutableArray<string> OperandsOf(string column, SqlStatement statement)
    {
        foreach (var (name, operands) in statement.InsertedColumns)
            if (string.Equals(name, column, StringComparison.OrdinalIgnoreCase))
                return operands;
        return statement.InsertedColumns.IsEmpty
            && (statement.Verb == SqlVerb.MergeMatched
                || statement.Assignments.Length >= statement.InsertedOperands.Length - 1)
                ? statement.InsertedOperands : [];
    }

    static bool AnyIsAmount(ImmutableArray<string> operands, Effect effect) =>
        ApiCall.From(effect.Operation) is { } call && operands.Any(operand =>
            SqlParameters.ValuesOf(operand, effect.Text!, call, effect.Frame)
                .Any(value => GivenAmount.Is(value, effect.Frame)));

    /// <summary><c>@n</c>, perhaps in parentheses or with <c>::bigint</c>; not <c>base + @n</c>.</summary>
    static bool IsAlone(string text, TextSpan span, string operand)
    {
        var value = text.Substring(span.Start, span.Length);
        var cast = value.IndexOf("::", StringComparison.Ordinal);
        return (cast < 0 ? value : value.Substring(0, cast)).Trim(' ', '(', ')', '\r', '\n', '\t') == operand;
    }
}
