using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.Tests.Sql;

public sealed class SqlRecognizerTests
{
    static string Describe(string sql) =>
        string.Join(
            "; ", SqlRecognizer.Recognize(sql).Select(statement => $"{statement.Verb} {statement.Table}".TrimEnd()));

    [Theory]
    [InlineData("SELECT * FROM a", "Select")]
    [InlineData("insert into A (x) values (1)", "Insert A")]
    [InlineData("UPDATE ONLY s.a SET x = 1", "Update s.a")]
    [InlineData("UPDATE OR ROLLBACK a SET x = 1", "Update a")]
    [InlineData("DELETE FROM \"my table\"", "Delete my table")]
    [InlineData("DELETE [dbo].[a] WHERE 1 = 1", "Delete dbo.a")]
    [InlineData("TRUNCATE TABLE `a`", "Truncate a")]
    [InlineData("DROP TABLE IF EXISTS a", "Drop a")]
    [InlineData("DROP INDEX a_x", "Other")]
    [InlineData("ALTER TABLE a ADD COLUMN x int", "Other")]
    [InlineData("ALTER TABLE a ALTER COLUMN x TYPE text", "AlterDestructively a")]
    [InlineData("MERGE INTO a USING b ON 1 = 1 WHEN NOT MATCHED THEN INSERT VALUES (1)", "Merge a")]
    [InlineData("MERGE a USING b ON 1 = 1 WHEN MATCHED THEN DELETE", "MergeMatched a")]
    [InlineData("REPLACE INTO a VALUES (1)", "Insert a")]
    [InlineData("SELECT REPLACE(x, 'a', 'b') FROM a", "Select")]
    [InlineData("COPY a FROM STDIN", "Insert a")]
    [InlineData("COPY a TO STDOUT", "Select")]
    [InlineData("BEGIN; DELETE FROM a; COMMIT", "Begin; Delete a; Commit")]
    [InlineData("BEGIN IMMEDIATE", "BeginExclusive")]
    [InlineData("IF EXISTS (SELECT 1 FROM a) UPDATE b SET x = 1", "Update b")]
    [InlineData(
        "WITH x AS (DELETE FROM a RETURNING *), y AS MATERIALIZED (UPDATE b SET c = 1) SELECT * FROM x",
        "Delete a; Update b; Select")]
    [InlineData("WITH RECURSIVE t (n) AS (SELECT 1) INSERT INTO a SELECT n FROM t", "Select; Insert a")]
    [InlineData("SELECT 1; -- DELETE FROM a\nSELECT 2", "Select; Select")]
    [InlineData("/* DELETE /* nested */ FROM a */ SELECT 1", "Select")]
    [InlineData("SELECT 'it''s DELETE'; DELETE FROM a", "Select; Delete a")]
    [InlineData(@"SELECT E'\'; DELETE FROM a --'", "Select")]
    [InlineData("SELECT N'x; DELETE FROM a'", "Select")]
    [InlineData("SELECT $$; DELETE FROM a$$, $t$; DROP TABLE a $t$", "Select")]
    [InlineData("UPDATE {1000} SET x = {1001}", "Update {1000}")]
    [InlineData("DELETE FROM audit_{1000}", "Delete audit_{1000}")]
    [InlineData("EXECUTE purge", "Other")]
    [InlineData("", "")]
    public void Verbs_count_where_a_statement_begins(string sql, string expected) =>
        Assert.Equal(expected, Describe(sql));

    [Theory]
    [InlineData("INSERT INTO a VALUES (1)", "None")]
    [InlineData("INSERT INTO a VALUES (1) ON CONFLICT (x) DO NOTHING", "Ignore")]
    [InlineData("INSERT OR IGNORE INTO a VALUES (1)", "Ignore")]
    [InlineData("INSERT IGNORE INTO a VALUES (1)", "Ignore")]
    [InlineData("INSERT INTO a VALUES (1) ON CONFLICT (x) DO UPDATE SET y = 1", "Update")]
    [InlineData("INSERT INTO a VALUES (1) ON DUPLICATE KEY UPDATE y = VALUES(y)", "Update")]
    [InlineData("INSERT OR REPLACE INTO a VALUES (1)", "Replace")]
    [InlineData("REPLACE INTO a VALUES (1)", "Replace")]
    public void A_conflict_is_ignored_updated_or_replaced(string sql, string expected) =>
        Assert.Equal(expected, Assert.Single(SqlRecognizer.Recognize(sql)).Conflict.ToString());

    [Theory]
    [InlineData("UPDATE a SET n = n + @x WHERE k = @k", true)]
    [InlineData("UPDATE a SET n = a.n + @x", true)]
    [InlineData("UPDATE a SET \"n\" = COALESCE(N, 0) + 1", true)]
    [InlineData("UPDATE a SET n = @x WHERE n = 1", false)]
    [InlineData("INSERT INTO a VALUES (1) ON CONFLICT (k) DO UPDATE SET n = a.n + EXCLUDED.n", true)]
    [InlineData("INSERT INTO a VALUES (1) ON CONFLICT (k) DO UPDATE SET n = EXCLUDED.n", false)]
    [InlineData("INSERT INTO a VALUES (1) ON DUPLICATE KEY UPDATE n = VALUES(n)", false)]
    public void An_assignment_may_build_on_the_stored_value(string sql, bool expected) =>
        Assert.Equal(expected, Assert.Single(Assert.Single(SqlRecognizer.Recognize(sql)).Assignments).MentionsColumn);

    [Fact]
    public void Operands_are_told_apart_by_where_they_stand()
    {
        var statement = Assert.Single(
            SqlRecognizer.Recognize("UPDATE a SET n = @n, m = f(:m, $1) WHERE k = ? AND v = {0}"));

        Assert.Equal("@n", Assert.Single(statement.Assignments[0].Operands));
        Assert.Equal(":m $1", string.Join(' ', statement.Assignments[1].Operands));
        Assert.Equal("? {0}", string.Join(' ', statement.ConditionOperands));
    }

    [Theory]
    [InlineData("SELECT 1 FROM a FOR UPDATE", true)]
    [InlineData("SELECT 1 FROM a WITH (UPDLOCK, HOLDLOCK)", true)]
    [InlineData("SELECT pg_advisory_xact_lock(1)", true)]
    [InlineData("SELECT for_update FROM a", false)]
    public void A_select_may_lock(string sql, bool expected) =>
        Assert.Equal(expected, Assert.Single(SqlRecognizer.Recognize(sql)).TakesLock);

    [Fact]
    public void A_select_reads_its_joined_tables_too() =>
        Assert.Equal(
            "a b", string.Join(
                ' ', Assert.Single(SqlRecognizer.Recognize("SELECT 1 FROM a JOIN b ON 1 = 1")).ReadTables));

    [Fact]
    public void A_span_covers_verb_and_table()
    {
        const string sql = "  DELETE FROM x.y WHERE 1 = 1";
        var span = Assert.Single(SqlRecognizer.Recognize(sql)).Span;

        Assert.Equal("DELETE FROM x.y", sql.Substring(span.Start, span.Length));
    }
}
