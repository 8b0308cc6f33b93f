namespace StorageKit.Toml;

// What is said about syntax. No message repeats text of a value: only kinds of tokens, and single characters where a
// key or a mark is expected.
internal ref partial struct TomlParser
{
    const string QuoteAdvice = "if it is meant as text, put it in quotes";
    const string DateShape = "a date or time";

    bool FailTooDeep() => Fail(_pos, $"tables and arrays are nested deeper than {MaxDepth}: flatten them");

    T? FailTooDeep<T>()
        where T : TomlValue
    {
        FailTooDeep();
        _stopped = true;
        return null;
    }

    bool FailAtKey() => Fail(_pos, _text[_pos] switch
    {
        '=' => "there is no key before '=': write key = value",
        '.' => "a part of a dotted key is missing here: write a.b, with text on both sides of each dot",
        ']' => "the name of the table is missing: write [name]",
        _ => $"expected a key but found {Describe(_pos)}: a key has letters a to z, digits, '-' and '_'; "
            + "put any other in quotes",
    });

    bool FailAtEquals()
    {
        var message = $"expected '=' after the key but found {Describe(_pos)}: write key = value";
        if (CharKinds.Is(_text[_pos], CharKinds.BareKey)) message += ", and a key that has spaces in quotes";
        return Fail(_pos, message);
    }

    bool FailAtHeaderEnd(bool isArray)
    {
        var end = isArray ? "]]" : "]";
        return Fail(_pos, $"expected '{end}' at the end of the table's name but found {Describe(_pos)}");
    }

    bool FailAtValue()
    {
        if (_text[_pos] is '\n' or '\r' or '#' || _pos == _end)
            return Fail(_pos, "the value is missing after '=': write it on the same line; an empty text is \"\"");
        if (_text[_pos] is ',' or ']' or '}') return Fail(_pos, "expected a value before this mark");
        FailUnquoted<TomlValue>();
        return false;
    }

    T? FailUnquoted<T>()
        where T : TomlValue
    {
        Fail(_pos, IsBooleanInOtherCase()
            ? "true and false are written in lower case"
            : "expected a value but found text without quotes: put text in quotes, as in key = \"text\"");
        return null;
    }

    readonly bool IsBooleanInOtherCase()
    {
        var length = 0;
        while (length < 6 && !CharKinds.Is(_text[_pos + length], CharKinds.ValueEnd)) length++;
        var word = new string(_text, _pos, length);
        return word.Equals("true", StringComparison.OrdinalIgnoreCase)
            || word.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    bool FailAfterLine() => _text[_pos] == '\r'
        ? FailAtCarriageReturn(_pos)
        : Fail(_pos, "there is more text on this line than one key with its value, or one header: put it on a line of "
            + "its own, after '#', or inside the quotes");

    bool FailAtCarriageReturn(int index) =>
        Fail(index, "a carriage return without line feed: save the file with the line ends LF or CRLF");

    TomlArray? FailInArray(TextPosition start)
    {
        Fail(_pos, _text[_pos] == ','
            ? "expected a value or ']' but found a second comma: remove it"
            : $"expected ',' or ']' in the array that begins on line {start.Line}"
                + (_pos == _end ? " but found the end of the file" : ""));
        return null;
    }

    TomlTable? FailInInlineTable(TextPosition start)
    {
        Fail(_pos, _text[_pos] == ','
            ? "expected a key or '}' but found a comma that separates nothing: remove it"
            : $"expected ',' or '}}' in the inline table that begins on line {start.Line}"
                + (_pos == _end ? " but found the end of the file" : ""));
        return null;
    }

    TomlTable? FailAtTrailingComma()
    {
        Fail(_pos, "TOML 1.0 does not allow a comma after the last key of an inline table: remove it");
        return null;
    }

    bool FailAtLineBreakIn10() => Fail(
        _pos,
        "TOML 1.0 does not allow a line break or comment in an inline table: write it on one line, or as a [table]");

    /// <summary>Names what stands where a key or a mark is expected.</summary>
    readonly string Describe(int index)
    {
        var c = _text[index];
        if (index == _end) return "the end of the file";
        if (c is '\n' or '\r') return "the end of the line";
        if (c == '#') return "a comment";
        if (CharKinds.Is(c, CharKinds.BareKey)) return "more text";
        if (c is > ' ' and < '\x7F') return $"'{c}'";
        var code = LengthOfPair(index) > 0 ? char.ConvertToUtf32(c, _text[index + 1]) : c;
        return c == '\uFEFF' ? "a byte order mark" : $"the character U+{code:X4}";
    }
}
