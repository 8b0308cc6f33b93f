using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers.Sql;

/// <summary>
/// Cuts SQL text of any common dialect into tokens: never throws, looks at each character a bounded number of times,
/// and takes an unterminated string or comment to the end. A word such as DELETE inside a string, a comment or a quoted
/// name is thereby never mistaken for a statement.
/// </summary>
internal sealed partial class SqlTokenizer
{
    readonly string text;
    readonly List<SqlToken> tokens = [];
    int position;

    SqlTokenizer(string text) => this.text = text;

    public static IReadOnlyList<SqlToken> Tokenize(string text)
    {
        var tokenizer = new SqlTokenizer(text);
        while (tokenizer.position < text.Length)
            tokenizer.Next();
        return tokenizer.tokens;
    }

    char Current => Peek(0);

    char Peek(int ahead) => position + ahead < text.Length ? text[position + ahead] : '\0';

    void Next()
    {
        switch (Current)
        {
            case var space when char.IsWhiteSpace(space): position++; break;
            case '-' when Peek(1) == '-': SkipLineComment(); break;
            case '/' when Peek(1) == '*': SkipBlockComment(); break;
            case '\'': Add(SqlTokenKind.String, EndOfQuoted(position, '\'', backslash: false)); break;
            case 'E' or 'e' when Peek(1) == '\'':
                Add(SqlTokenKind.String, EndOfQuoted(position + 1, '\'', backslash: true));
                break;
            case 'N' or 'n' or 'B' or 'b' or 'X' or 'x' when Peek(1) == '\'':
                Add(SqlTokenKind.String, EndOfQuoted(position + 1, '\'', backslash: false));
                break;
            case '"' or '`': Add(SqlTokenKind.QuotedName, EndOfQuoted(position, Current, backslash: false)); break;
            case '[' when !IsSubscript():
                Add(SqlTokenKind.QuotedName, EndOfQuoted(position, ']', backslash: false));
                break;
            case '$' when EndOfDollarQuoted() is var end and > 0: Add(SqlTokenKind.String, end); break;
            case '$' or '@' or ':' when EndOfParameter() is var end and > 0: Add(SqlTokenKind.Parameter, end); break;
            case '?': Add(SqlTokenKind.Parameter, position + 1); break;
            case var digit when char.IsDigit(digit): Add(SqlTokenKind.Number, EndOf(position, IsNumberPart)); break;
            case var start when IsWordPart(start) || EndOfHole(position) > 0: AddWord(); break;
            case ':' when Peek(1) == ':': Add(SqlTokenKind.Punctuation, position + 2); break;
            default: Add(SqlTokenKind.Punctuation, position + 1); break;
        }
    }

    void AddWord()
    {
        var hole = EndOfHole(position);
        var end = position;
        while (end < text.Length)
        {
            var next = IsWordPart(text[end]) ? end + 1 : EndOfHole(end);
            if (next <= 0)
                break;
            end = next;
        }

        Add(end == hole ? SqlTokenKind.Hole : SqlTokenKind.Word, end);
    }

    void Add(SqlTokenKind kind, int end)
    {
        tokens.Add(new(kind, text.Substring(position, end - position), TextSpan.FromBounds(position, end)));
        position = end;
    }

    /// <summary><c>array[1]</c> is a subscript; <c>[name]</c> in any other place is a quoted name.</summary>
    bool IsSubscript() =>
        tokens.Count > 0 && tokens[tokens.Count - 1] is var last && last.Span.End == position
        && (last.IsName || last.Is(')') || last.Is(']'));

    static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '#';

    static bool IsNumberPart(char c) => char.IsLetterOrDigit(c) || c is '.' or '_';
}
