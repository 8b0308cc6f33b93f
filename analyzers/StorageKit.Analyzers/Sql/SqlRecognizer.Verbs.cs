using System.Collections.Immutable;

namespace StorageKit.Analyzers.Sql;

/// <summary>What each verb says: its table, and how it treats rows that are there already.</summary>
internal sealed partial class SqlRecognizer
{
    SqlStatement? Read(int start, int end) => tokens[start].Kind != SqlTokenKind.Word ? null
        : tokens[start].Text.ToUpperInvariant() switch
        {
            "SELECT" => ReadSelect(start, end),
            "INSERT" or "REPLACE" => ReadInsert(start, end),
            "UPDATE" => ReadUpdate(start, end),
            "DELETE" => ReadDelete(start, end),
            "TRUNCATE" => WithTable(SqlVerb.Truncate, start, Skipping(start + 1, end, "TABLE", "ONLY"), end),
            "DROP" => ReadDrop(start, end),
            "ALTER" => ReadAlter(start, end),
            "MERGE" => ReadMerge(start, end),
            "COPY" => ReadCopy(start, end),
            "BEGIN" or "START" =>
                new(IsExclusive(start, end) ? SqlVerb.BeginExclusive : SqlVerb.Begin, null, tokens[start].Span),
            // PostgreSQL's LOCK TABLE; a mode that still lets others write is rare, and taken for a lock.
            "LOCK" => new(SqlVerb.Other, null, tokens[start].Span) { TakesLock = true },
            "COMMIT" or "END" => new(SqlVerb.Commit, null, tokens[start].Span),
            _ => new(SqlVerb.Other, null, tokens[start].Span),
        };

    SqlStatement ReadSelect(int start, int end) => new(SqlVerb.Select, null, tokens[start].Span)
    {
        ReadTables = TablesAfterFrom(start, end),
        TakesLock = LocksRows(start, end),
    };

    SqlStatement ReadInsert(int start, int end)
    {
        var into = Find(start, end, "INTO");
        var replaces = tokens[start].Is("REPLACE") || Has(start, into, "REPLACE");
        var conflict = Find(start, end, i => Follows(i, end, "ON", "CONFLICT") || Follows(i, end, "ON", "DUPLICATE"));
        var updates = conflict < end && Has(conflict, end, "UPDATE");
        return WithTable(SqlVerb.Insert, start, into < end ? into + 1 : start + 1, end) with
        {
            Conflict = replaces ? SqlConflict.Replace
                : updates ? SqlConflict.Update
                : conflict < end || Has(start, into, "IGNORE") ? SqlConflict.Ignore
                : SqlConflict.None,
            InsertedOperands = Operands(Find(start, end, "VALUES"), conflict),
            InsertedColumns = InsertedColumns(into + 1, conflict),
            RowName = NameAndAlias(into + 1, end) is [.., var row] ? row : null,
            HasSubquery = HasAnywhere(start, end, "SELECT"),
            Assignments = updates
                ? ReadAssignments(
                    AfterUpdate(conflict, end), end, NameAndAlias(into + 1, end), ConflictColumns(conflict, end))
                : [],
            ConditionNames = updates ? Names(Find(AfterUpdate(conflict, end), end, "WHERE"), end) : [],
            ConflictColumns = conflict < end ? ConflictColumns(conflict, end) : [],
            KeepStoredRow = replaces ? IgnoreInstead(start, into) : updates ? NothingInstead(conflict, end) : null,
        };
    }

    /// <summary>SQLite: <c>INSERT OR REPLACE</c> becomes <c>INSERT OR IGNORE</c>.</summary>
    SqlEdit? IgnoreInstead(int start, int into) =>
        Find(start, into, i => Follows(i, into, "OR", "REPLACE")) is var or && or + 1 < into
            ? new(tokens[or + 1].Span, "IGNORE") : null;

    /// <summary><c>DO UPDATE …</c> to the statement's end becomes <c>DO NOTHING</c>; a RETURNING would be empty
    /// then.</summary>
    SqlEdit? NothingInstead(int conflict, int end) =>
        Find(conflict, end, i => Follows(i, end, "DO", "UPDATE")) is var action && action < end
        && !Has(action, end, "RETURNING")
            ? new(Span(action, end - 1), "DO NOTHING") : null;

    ImmutableArray<string> NameAndAlias(int name, int end) =>
        EndOfName(name, end) is var next && next == name ? []
        : next + 1 < end && tokens[next].Is("AS") ? [tokens[next - 1].Name, tokens[next + 1].Name]
        : [tokens[next - 1].Name];

    /// <summary>The columns in <c>ON CONFLICT (a, b)</c>.</summary>
    ImmutableArray<string> ConflictColumns(int conflict, int end) =>
        conflict + 2 < end && tokens[conflict + 2].Is('(')
            ? Names(conflict + 3, Math.Min(closing[conflict + 2], end)) : [];

    SqlStatement ReadUpdate(int start, int end)
    {
        var set = Find(start, end, "SET");
        var where = Find(start, end, "WHERE");
        var stop = Find(where, end, i => i > where && EndsSetList(tokens[i]));
        var name = Skipping(start + 1, end, "ONLY", "OR", "ROLLBACK", "ABORT", "REPLACE", "FAIL", "IGNORE");
        return WithTable(SqlVerb.Update, start, name, end) with
        {
            Assignments = ReadAssignments(set + 1, where),
            ConditionOperands = Operands(where, stop),
            ConditionNames = Names(where, stop),
            ConditionIsEquality = IsEquality(where, stop),
            HasSubquery = HasAnywhere(start, end, "SELECT"),
        };
    }

    /// <summary>T-SQL: <c>DELETE audit</c> and <c>DELETE a FROM audit a</c> need no FROM before the name.</summary>
    SqlStatement ReadDelete(int start, int end)
    {
        var from = Find(start, end, "FROM");
        return WithTable(SqlVerb.Delete, start, Skipping(from < end ? from + 1 : start + 1, end, "ONLY"), end);
    }

    SqlStatement ReadDrop(int start, int end) =>
        start + 1 < end && (tokens[start + 1].Is("TABLE") || tokens[start + 1].Is("PARTITION"))
            ? WithTable(SqlVerb.Drop, start, Skipping(start + 2, end, "IF", "EXISTS"), end)
            : new(SqlVerb.Other, null, tokens[start].Span);

    SqlStatement ReadAlter(int start, int end)
    {
        if (start + 1 >= end || !tokens[start + 1].Is("TABLE"))
            return new(SqlVerb.Other, null, tokens[start].Span);
        var name = Skipping(start + 2, end, "IF", "EXISTS", "ONLY");
        var action =
            Find(name, end, i => tokens[i].Is("DROP") || tokens[i].Is("DETACH") || Follows(i, end, "ALTER", "COLUMN"));
        var harmless = action == end || Follows(action, end, "DROP", "CONSTRAINT")
            || Follows(action, end, "DROP", "DEFAULT");
        return harmless
            ? new(SqlVerb.Other, null, tokens[start].Span) : WithTable(SqlVerb.AlterDestructively, start, name, end);
    }

    SqlStatement ReadMerge(int start, int end)
    {
        var update = Find(start, end, i => Follows(i, end, "THEN", "UPDATE"));
        var deletes = Find(start, end, i => Follows(i, end, "THEN", "DELETE")) < end;
        var inserts = Find(start, end, i => Follows(i, end, "THEN", "INSERT")) < end;
        var row = MergedRow(Skipping(start + 1, end, "INTO", "ONLY"), Find(start, end, "USING"));
        var assignments = update < end ? ReadAssignments(AfterUpdate(update, end), end, row) : [];
        var updates = update < end
            && (assignments.IsEmpty || assignments.Any(assignment => !assignment.ChangesNothing));
        return WithTable(
            updates || deletes ? SqlVerb.MergeMatched : SqlVerb.Merge, start,
            Skipping(start + 1, end, "INTO", "ONLY"), end) with
        {
            Conflict = updates && inserts && !deletes ? SqlConflict.Update : SqlConflict.None,
            InsertedOperands = Operands(start, end),
            Assignments = assignments,
            RowName = row is [.., var last] ? last : null,
            HasSubquery = HasAnywhere(Find(start, end, "WHEN"), end, "SELECT"),
            LocksRange = HasAnywhere(start, end, "HOLDLOCK") || HasAnywhere(start, end, "SERIALIZABLE"),
        };
    }

    /// <summary>The table's name and its alias, with AS or without, with hints in between or none.</summary>
    ImmutableArray<string> MergedRow(int name, int end) =>
        EndOfName(name, end) is var next && next == name ? []
        : next < end && end > 0 && tokens[end - 1].IsName ? [tokens[next - 1].Name, tokens[end - 1].Name]
        : [tokens[next - 1].Name];

    SqlStatement ReadCopy(int start, int end) =>
        Has(start, end, "FROM")
            ? WithTable(SqlVerb.Insert, start, start + 1, end)
            : new(SqlVerb.Select, null, tokens[start].Span)
            {
                ReadTables = TableAt(start + 1, end) is { } table ? [table] : [],
            };

    SqlStatement WithTable(SqlVerb verb, int start, int name, int end) =>
        new(verb, TableAt(name, end), Span(start, Math.Max(start, Math.Min(EndOfName(name, end), end) - 1)));

    /// <summary>At this depth or deeper.</summary>
    bool HasAnywhere(int start, int end, string keyword)
    {
        for (var i = start; i < end; i++)
            if (tokens[i].Is(keyword))
                return true;
        return false;
    }

    int Skipping(int index, int end, params string[] keywords)
    {
        while (index < end && keywords.Any(tokens[index].Is))
            index++;
        return index;
    }

    bool IsExclusive(int start, int end) =>
        Has(start, end, "IMMEDIATE") || Has(start, end, "EXCLUSIVE") || Has(start, end, "SERIALIZABLE");

    bool LocksRows(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Follows(i, end, "FOR", "UPDATE") || Follows(i, end, "FOR", "NO") || tokens[i].Is("UPDLOCK"))
                return true;
            if (tokens[i].Kind == SqlTokenKind.Word
                && tokens[i].Text.StartsWith("pg_advisory", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
