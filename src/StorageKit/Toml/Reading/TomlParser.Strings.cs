namespace StorageKit.Toml;

// The four notations of strings. Text without escapes becomes a string in one copy; else it is compacted in place.
internal ref partial struct TomlParser
{
    TomlString? ReadString(char quote)
    {
        var start = Here;
        var isMultiLine = _text[_pos + 1] == quote && _text[_pos + 2] == quote;
        var value = isMultiLine ? ReadMultiLineString(quote) : ReadOneLineString(quote, "a string");
        return value is null ? null : new TomlString(value, new TomlSpan(start, Here));
    }

    string? ReadOneLineString(char quote, string what)
    {
        var open = _pos;
        var kind = KindIn(quote);
        var begin = open + 1;
        var read = SkipPlain(begin, kind);
        var write = read;
        while (_text[read] != quote)
        {
            var length = LengthOfPair(read);
            if (_text[read] == '\\' && kind == CharKinds.InBasicString)
            {
                if (!ReadEscape(ref read, ref write)) return null;
            }
            else if (length > 0)
            {
                Keep(ref read, ref write, length);
            }
            else
            {
                FailInOneLineString(open, read, what);
                return null;
            }

            Keep(ref read, ref write, SkipPlain(read, kind) - read);
        }

        _pos = read + 1;
        return write == begin ? "" : new string(_text, begin, write - begin);
    }

    string? ReadMultiLineString(char quote)
    {
        var open = Here;
        var kind = KindIn(quote);
        var read = _pos + 3;
        var lineBreak = LengthOfLineBreak(read);
        if (lineBreak > 0) StartLine(read += lineBreak);
        var begin = read;
        var write = read;
        while (true)
        {
            Keep(ref read, ref write, SkipPlain(read, kind) - read);
            var c = _text[read];
            lineBreak = LengthOfLineBreak(read);
            if (lineBreak > 0)
            {
                Keep(ref read, ref write, lineBreak);
                StartLine(read);
            }
            else if (c == quote)
            {
                var count = CountQuotes(read, quote);
                var content = count < 3 ? count : count - 3;
                Keep(ref read, ref write, content);
                if (count < 3) continue;
                _pos = read + 3;
                return write == begin ? "" : new string(_text, begin, write - begin);
            }
            else if (c == '\\' && kind == CharKinds.InBasicString)
            {
                if (!SkipLineContinuation(ref read) && !ReadEscape(ref read, ref write, isMultiLine: true)) return null;
            }
            else if (LengthOfPair(read) > 0)
            {
                Keep(ref read, ref write, 2);
            }
            else
            {
                FailInMultiLineString(open, read);
                return null;
            }
        }
    }

    static byte KindIn(char quote) => quote == '"' ? CharKinds.InBasicString : CharKinds.InLiteralString;

    /// <summary>Up to 5: two quotes may stand directly before the three that close.</summary>
    readonly int CountQuotes(int index, char quote)
    {
        var count = 1;
        while (count < 5 && _text[index + count] == quote) count++;
        return count;
    }

    readonly void Keep(ref int read, ref int write, int length)
    {
        if (read != write) Array.Copy(_text, read, _text, write, length);
        read += length;
        write += length;
    }

    /// <summary>Skips a backslash at the end of a line with all blanks and line breaks that follow it.</summary>
    bool SkipLineContinuation(ref int read)
    {
        var index = read + 1;
        while (_text[index] is ' ' or '\t') index++;
        if (LengthOfLineBreak(index) == 0) return false;
        while (true)
        {
            var lineBreak = LengthOfLineBreak(index);
            if (lineBreak > 0)
                StartLine(index += lineBreak);
            else if (_text[index] is ' ' or '\t')
                index++;
            else
                break;
        }

        read = index;
        return true;
    }
}
