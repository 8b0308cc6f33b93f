using System.Diagnostics;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.Tests.Sql;

/// <summary>The recogniser takes whatever stands in a string: it never throws,
/// and its time grows with the length only.</summary>
public sealed class SqlFuzzTests
{
    static readonly string[] Pieces =
    [
        "SELECT", "INSERT INTO", "UPDATE", "DELETE FROM", "WITH x AS (", "MERGE INTO", "TRUNCATE", "DROP TABLE",
        "ALTER TABLE", "CREATE TRIGGER",
        "BEGIN", "END", "CASE", "IF", "ELSE", "SET", "WHERE", "ON CONFLICT DO", "WHEN MATCHED", "VALUES", "COPY",
        "REPLACE", "a", "b.c", "\"", "'", "`",
        "[", "]", "(", ")", ";", ",", "=", ".", "--", "/*", "*/", "\n", "$$", "$t$", "$1", "@p", ":p", "::", "?", "{0}",
        "{1000}", "{", "}", "E'\\", "N'", "1.5e3", "\0", "é", "\ud800",
    ];

    [Fact]
    public void Random_texts_never_throw_and_spans_lie_inside()
    {
        var random = new Random(20260101);
        for (var round = 0; round < 30_000; round++)
        {
            var separator = random.Next(2) == 0 ? " " : "";
            var sql = string.Join(
                separator, Enumerable.Range(0, random.Next(25)).Select(_ => Pieces[random.Next(Pieces.Length)]));

            foreach (var statement in SqlRecognizer.Recognize(sql))
                Assert.InRange(statement.Span.End, statement.Span.Start, sql.Length);
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("WITH x AS (")]
    [InlineData("IF ")]
    [InlineData("BEGIN SELECT ")]
    [InlineData("/*")]
    [InlineData("$a")]
    [InlineData("{1")]
    [InlineData("'")]
    [InlineData("UPDATE a SET x = 1, ")]
    [InlineData("CREATE TRIGGER t BEGIN ")]
    [InlineData("CREATE TRIGGER t BEGIN SELECT 1;")]
    [InlineData("SELECT FROM a;")]
    [InlineData("ON CONFLICT ")]
    public void Twenty_times_the_text_takes_less_than_two_hundred_times_as_long(string piece)
    {
        // A square would be 400 times, always; one good try is enough where much else runs. The floor keeps noise of
        // tiny times out.
        var tries = Enumerable.Range(0, 8)
            .Select(_ => (Small: Time(piece, 2_000), Large: Time(piece, 40_000)));
        Assert.Contains(tries, time => time.Large < Math.Max(time.Small, 2) * 200);
    }

    static double Time(string piece, int count)
    {
        var sql = string.Concat(Enumerable.Repeat(piece, count));
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            SqlRecognizer.Recognize(sql);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
