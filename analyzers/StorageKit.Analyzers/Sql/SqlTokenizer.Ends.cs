namespace StorageKit.Analyzers.Sql;

/// <summary>Where tokens end. Each method returns the position after the token, or 0 when there is none.</summary>
internal sealed partial class SqlTokenizer
{
    int EndOf(int start, Func<char, bool> isPart)
    {
        while (start < text.Length && isPart(text[start]))
            start++;
        return start;
    }

    /// <summary>A doubled quote is a quote inside; so is a quote after a backslash, in E-strings only.</summary>
    int EndOfQuoted(int open, char close, bool backslash)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (backslash && text[i] == '\\')
                i++;
            else if (text[i] == close && i + 1 < text.Length && text[i + 1] == close)
                i++;
            else if (text[i] == close)
                return i + 1;
        }

        return text.Length;
    }

    int EndOfDollarQuoted()
    {
        var tagEnd = EndOf(position + 1, c => char.IsLetterOrDigit(c) || c == '_');
        if (tagEnd >= text.Length || text[tagEnd] != '$' || char.IsDigit(text[position + 1]))
            return 0;
        var tag = text.Substring(position, tagEnd + 1 - position);
        var close = text.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        return close < 0 ? text.Length : close + tag.Length;
    }

    int EndOfParameter()
    {
        var start = position + 1;
        while (text[position] == '@' && start < text.Length && text[start] == '@')
            start++;
        var end = EndOf(start, IsWordPart);
        return end > start ? end : 0;
    }

    /// <summary><c>{12}</c>, with the alignment and format that composite formatting allows.</summary>
    int EndOfHole(int start)
    {
        if (start >= text.Length || text[start] != '{')
            return 0;
        var digits = EndOf(start + 1, char.IsDigit);
        return digits > start + 1 && digits < text.Length && text[digits] == '}' ? digits + 1 : 0;
    }

    void SkipLineComment()
    {
        var end = text.IndexOf('\n', position);
        position = end < 0 ? text.Length : end + 1;
    }

    void SkipBlockComment()
    {
        var depth = 0;
        do
        {
            if (Current == '/' && Peek(1) == '*')
                (depth, position) = (depth + 1, position + 2);
            else if (Current == '*' && Peek(1) == '/')
                (depth, position) = (depth - 1, position + 2);
            else
                position++;
        }
        while (depth > 0 && position < text.Length);
    }
}
