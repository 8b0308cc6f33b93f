using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers.Sql;

internal enum SqlVerb
{
    Select,
    Insert,
    Update,
    Delete,
    Truncate,
    Drop,

    /// <summary>ALTER TABLE that drops or rewrites a part: DROP, DETACH PARTITION, ALTER COLUMN.</summary>
    AlterDestructively,

    /// <summary>MERGE that only inserts.</summary>
    Merge,

    /// <summary>MERGE with WHEN MATCHED … UPDATE or DELETE.</summary>
    MergeMatched,

    /// <summary>BEGIN that takes the write lock at once: SQLite's IMMEDIATE or EXCLUSIVE, or SERIALIZABLE.</summary>
    BeginExclusive,
    Begin,
    Commit,
    Other,
}

internal enum SqlConflict
{
    None,

    /// <summary>ON CONFLICT DO NOTHING, INSERT OR IGNORE, INSERT IGNORE.</summary>
    Ignore,

    /// <summary>ON CONFLICT DO UPDATE, ON DUPLICATE KEY UPDATE.</summary>
    Update,

    /// <summary>INSERT OR REPLACE, REPLACE INTO.</summary>
    Replace,
}

/// <summary><c>column = expression</c> of a SET list.</summary>
/// <param name="Column">The column, without its qualifier.</param>
/// <param name="MentionsColumn">True when the expression reads the stored value of the column.</param>
/// <param name="Operands">Parameters and holes of the expression, in text order.</param>
/// <param name="ChangesNothing">True for <c>id = id</c> and for <c>id = EXCLUDED.id</c> after
/// <c>ON CONFLICT (id)</c>.</param>
/// <param name="Value">Where the expression stands.</param>
/// <param name="CallersColumn">The column in <c>EXCLUDED.n</c> or <c>VALUES(n)</c>, where that is all there is.</param>
internal readonly record struct SqlAssignment(
    string Column, bool MentionsColumn, ImmutableArray<string> Operands, bool ChangesNothing = false,
    TextSpan Value = default, string? CallersColumn = null);

/// <summary>A stretch of the text, and what to write there instead.</summary>
internal readonly record struct SqlEdit(TextSpan Span, string NewText);

/// <summary>What one statement does to which table. Operands are parameters and holes, in text order.</summary>
internal sealed record SqlStatement(SqlVerb Verb, string? Table, TextSpan Span)
{
    public SqlConflict Conflict { get; init; }

    /// <summary>How to write an upsert so that it leaves the stored row alone; null where that is not one
    /// word.</summary>
    public SqlEdit? KeepStoredRow { get; init; }

    /// <summary>Assignments of SET lists, those after DO UPDATE included.</summary>
    public ImmutableArray<SqlAssignment> Assignments { get; init; } = [];

    /// <summary>Every table that a SELECT reads.</summary>
    public ImmutableArray<string> ReadTables { get; init; } = [];

    /// <summary>Operands of the VALUES list.</summary>
    public ImmutableArray<string> InsertedOperands { get; init; } = [];

    /// <summary>
    /// The operands of each column, of the first row of a VALUES list; empty where the columns are not named.
    /// </summary>
    public ImmutableArray<(string Column, ImmutableArray<string> Operands)> InsertedColumns { get; init; } = [];

    /// <summary>The columns after ON CONFLICT, which tell rows apart.</summary>
    public ImmutableArray<string> ConflictColumns { get; init; } = [];

    /// <summary>True for an insert that, where the row is there already, has nothing in it to change: all that it gives
    /// is what tells rows apart.</summary>
    public bool OnlyNamesTheRow =>
        Conflict == SqlConflict.Ignore && !InsertedColumns.IsEmpty
        && (ConflictColumns.IsEmpty
            ? InsertedColumns.Length == 1
            : InsertedColumns.All(inserted =>
                ConflictColumns.Contains(inserted.Column, StringComparer.OrdinalIgnoreCase)));

    /// <summary>How SET expressions name the stored row: the alias, else the table.</summary>
    public string? RowName { get; init; }

    /// <summary>Operands after WHERE.</summary>
    public ImmutableArray<string> ConditionOperands { get; init; } = [];

    /// <summary>Names after WHERE; a written column among them makes the write a compare-and-set.</summary>
    public ImmutableArray<string> ConditionNames { get; init; } = [];

    /// <summary>True when WHERE, if there is one, says only that columns equal operands.</summary>
    public bool ConditionIsEquality { get; init; }

    /// <summary>True when another SELECT stands inside of the statement.</summary>
    public bool HasSubquery { get; init; }

    /// <summary>HOLDLOCK or SERIALIZABLE: others cannot insert what was not found.</summary>
    public bool LocksRange { get; init; }

    /// <summary>
    /// FOR UPDATE, UPDLOCK, LOCK TABLE, or an advisory lock: others wait until this transaction is over.
    /// </summary>
    public bool TakesLock { get; init; }
}
