using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Lua;

/// <summary>
/// Cuts a Lua text into tokens: never throws, looks at each character a bounded number of times, and takes an
/// unterminated string or comment to the end.
/// </summary>
internal sealed class LuaTokenizer
{
    static readonly HashSet<string> Pairs = new(StringComparer.Ordinal) { "==", "~=", "<=", ">=", "..", "//", "::" };

    readonly string text;
    readonly List<LuaToken> tokens = [];
    int position;

    LuaTokenizer(string text) => this.text = text;

    public static IReadOnlyList<LuaToken> Tokenize(string text)
    {
        var tokenizer = new LuaTokenizer(text);
        while (tokenizer.position < text.Length)
            tokenizer.Next();
        return tokenizer.tokens;
    }

    char Peek(int ahead) => position + ahead < text.Length ? text[position + ahead] : '\0';

    void Next()
    {
        var current = Peek(0);
        if (char.IsWhiteSpace(current))
            position++;
        else if (current == '-' && Peek(1) == '-')
            SkipComment();
        else if (current is '\'' or '"')
            AddQuoted(current);
        else if (current == '[' && LongBracket(position) is var level and >= 0)
            AddLong(level);
        else if (EndOfHole() is var hole and > 0)
            Add(LuaTokenKind.Name, hole);
        else if (IsNamePart(current) && !char.IsDigit(current) || (current == '@' && IsNamePart(Peek(1))))
            Add(LuaTokenKind.Name, EndOf(position + 1, IsNamePart));
        else if (char.IsDigit(current))
            Add(LuaTokenKind.Number, EndOf(position, c => IsNamePart(c) || c == '.'));
        else
            Add(LuaTokenKind.Punctuation, position + (Pairs.Contains($"{current}{Peek(1)}") ? 2 : 1));
    }

    void SkipComment()
    {
        position += 2;
        if (Peek(0) == '[' && LongBracket(position) is var level and >= 0)
            position = EndOfLong(position + level + 2, level).After;
        else
            position = text.IndexOf('\n', position) is var end and >= 0 ? end + 1 : text.Length;
    }

    void AddQuoted(char quote)
    {
        var end = position + 1;
        while (end < text.Length && text[end] != quote && text[end] != '\n')
            end += text[end] == '\\' ? 2 : 1;
        end = Math.Min(end, text.Length);
        AddString(position + 1, end, Math.Min(end + 1, text.Length));
    }

    void AddLong(int level)
    {
        var start = position + level + 2;
        var (end, after) = EndOfLong(start, level);
        AddString(start, end, after);
    }

    /// <summary>How many equals signs stand in <c>[==[</c>, or -1 where no long bracket opens.</summary>
    int LongBracket(int open)
    {
        var second = EndOf(open + 1, c => c == '=');
        return second < text.Length && text[second] == '[' ? second - open - 1 : -1;
    }

    (int End, int After) EndOfLong(int start, int level)
    {
        var close = $"]{new string('=', level)}]";
        var end = start >= text.Length ? -1 : text.IndexOf(close, start, StringComparison.Ordinal);
        return end < 0 ? (text.Length, text.Length) : (end, end + close.Length);
    }

    /// <summary><c>{1000}</c>: what is known at run time only. Smaller numbers are tables of Lua's.</summary>
    int EndOfHole()
    {
        if (Peek(0) != '{')
            return 0;
        var end = EndOf(position + 1, char.IsDigit);
        return end > position + 1 && end < text.Length && text[end] == '}'
            && int.TryParse(
                text.Substring(position + 1, end - position - 1), NumberStyles.None, CultureInfo.InvariantCulture,
                out var number)
            && number >= CommandText.FirstHole
                ? end + 1 : 0;
    }

    int EndOf(int start, Func<char, bool> isPart)
    {
        while (start < text.Length && isPart(text[start]))
            start++;
        return start;
    }

    void AddString(int start, int end, int after)
    {
        start = Math.Min(start, end);
        tokens.Add(new(
            LuaTokenKind.String, text.Substring(start, end - start), TextSpan.FromBounds(position, after)));
        position = after;
    }

    void Add(LuaTokenKind kind, int end)
    {
        tokens.Add(new(kind, text.Substring(position, end - position), TextSpan.FromBounds(position, end)));
        position = end;
    }

    static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
