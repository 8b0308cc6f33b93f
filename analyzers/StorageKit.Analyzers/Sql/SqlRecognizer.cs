using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers.Sql;

/// <summary>
/// Finds the statements of a SQL text. A verb counts only where a statement begins, so <c>ON UPDATE CASCADE</c>,
/// <c>FOR UPDATE</c>, <c>REVOKE DELETE</c> and <c>updated_at</c> are not statements. Never throws; text that is not
/// SQL gives <see cref="SqlVerb.Other"/> or nothing.
/// </summary>
internal sealed partial class SqlRecognizer
{
    /// <summary>CTE in CTE in CTE …: deeper than anybody writes, shallow enough for the stack.</summary>
    const int MaxDepth = 32;

    readonly IReadOnlyList<SqlToken> tokens;
    readonly int[] closing;
    readonly List<SqlStatement> statements = [];

    SqlRecognizer(IReadOnlyList<SqlToken> tokens)
    {
        this.tokens = tokens;
        closing = MatchParentheses(tokens);
    }

    public static ImmutableArray<SqlStatement> Recognize(string text)
    {
        var recognizer = new SqlRecognizer(SqlTokenizer.Tokenize(text));
        recognizer.ReadAll(0, recognizer.tokens.Count, depth: 0);
        return [.. recognizer.statements];
    }

    void ReadAll(int start, int end, int depth)
    {
        while (start < end)
        {
            var stop = tokens[start].Is("CREATE") ? EndOfCreate(start, end) : Find(start, end, i => tokens[i].Is(';'));
            ReadOne(start, stop, depth);
            start = stop + 1;
        }
    }

    void ReadOne(int start, int end, int depth)
    {
        if (start >= end || depth > MaxDepth)
            return;
        if (tokens[start].Is('('))
            ReadAll(start + 1, Math.Min(closing[start], end), depth + 1);
        else if (tokens[start].Is("WITH"))
            ReadWith(start + 1, end, depth);
        else if (tokens[start].Is("IF") || tokens[start].Is("ELSE"))
            ReadOne(Find(start + 1, end, IsVerb), end, depth + 1);
        else if (tokens[start].Is("BEGIN") && start + 1 < end && IsVerb(start + 1))
            ReadOne(start + 1, end, depth + 1);
        else if (Read(start, end) is { } statement)
            statements.Add(statement);
    }

    /// <summary>
    /// WITH name (columns) AS [NOT] [MATERIALIZED] (body), … statement: each body may change data too.
    /// </summary>
    void ReadWith(int start, int end, int depth)
    {
        for (var i = start; i < end; i = Skip(i))
        {
            if (tokens[i].Is('(') && i > start && IsBodyIntroduction(tokens[i - 1]))
                ReadAll(i + 1, Math.Min(closing[i], end), depth + 1);
            else if (IsVerb(i))
            {
                ReadOne(i, end, depth + 1);
                return;
            }
        }
    }

    static bool IsBodyIntroduction(SqlToken token) => token.Is("AS") || token.Is("MATERIALIZED");

    bool IsVerb(int index) => tokens[index] is { Kind: SqlTokenKind.Word } word && Verbs.Contains(word.Text);

    static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "DROP", "ALTER", "REPLACE",
    };

    /// <summary>The next index at this depth: past the closing parenthesis, when one opens here.</summary>
    int Skip(int index) => tokens[index].Is('(') ? closing[index] + 1 : index + 1;

    /// <summary>The first index at this depth that matches, or <paramref name="end"/>.</summary>
    int Find(int start, int end, Func<int, bool> matches)
    {
        while (start < end && !matches(start))
            start = Skip(start);
        return Math.Min(start, end);
    }

    int Find(int start, int end, string keyword) => Find(start, end, i => tokens[i].Is(keyword));

    /// <summary>A trigger's or procedure's body ends with END; its statements run later, not now.</summary>
    int EndOfCreate(int start, int end)
    {
        var semicolon = Find(start, end, i => tokens[i].Is(';'));
        var begin = Find(start, semicolon, "BEGIN");
        if (begin == semicolon)
            return semicolon;
        var open = 0;
        for (var i = begin; i < end; i++)
        {
            if (tokens[i].Is("BEGIN") || tokens[i].Is("CASE"))
                open++;
            else if (tokens[i].Is("END") && --open == 0)
                return i + 1;
        }

        return end;
    }

    static int[] MatchParentheses(IReadOnlyList<SqlToken> tokens)
    {
        var closing = new int[tokens.Count];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is('('))
                open.Push(i);
            else if (tokens[i].Is(')') && open.Count > 0)
                closing[open.Pop()] = i;
        }

        while (open.Count > 0)
            closing[open.Pop()] = tokens.Count;
        return closing;
    }

    TextSpan Span(int first, int last) => TextSpan.FromBounds(tokens[first].Span.Start, tokens[last].Span.End);
}
