namespace StorageKit.Toml;

// What is said inside of values. Never a character of them.
internal ref partial struct TomlParser
{
    void FailInOneLineString(int open, int index, string what)
    {
        if (index != _end && _text[index] != '\n' && LengthOfLineBreak(index) == 0)
        {
            FailInText(index, what);
            return;
        }

        Fail(open, $"the quote that opens {what} here is not closed on this line: add it at the end; "
            + "text of several lines goes between three quotes");
        _stopped = true;
    }

    void FailInMultiLineString(TextPosition open, int index)
    {
        if (index == _end)
            Fail(new TomlSpan(open, open), "the three quotes that open a string here are never closed: add them");
        else
            FailInText(index, "a string");
        _stopped = true;
    }

    /// <summary>A control character, or half of a surrogate pair.</summary>
    bool FailInText(int index, string where)
    {
        var c = _text[index];
        if (c == '\r') return FailAtCarriageReturn(index);
        return Fail(index, char.IsSurrogate(c)
            ? $"{where} cannot hold half of a surrogate pair: the text is not valid Unicode"
            : $"{where} cannot hold a control character: remove it; in a \"string\" it can be written as an escape");
    }

    bool FailAtEscape(int index, char c, bool isMultiLine)
    {
        _stopped |= isMultiLine;
        return Fail(index, c is 'e' or 'x'
            ? "TOML 1.0 does not know this escape: write \\u and four hexadecimal digits"
            : "a backslash here begins no escape that TOML knows: write it twice for a backslash, or put the text in "
                + "'single quotes', which know no escapes");
    }

    bool FailAtHexEscape(int index, int digits, bool isMultiLine)
    {
        _stopped |= isMultiLine;
        return Fail(index, $"this escape needs {digits} hexadecimal digits; a backslash itself is written twice");
    }

    bool FailAtScalar(int index, bool isMultiLine)
    {
        _stopped |= isMultiLine;
        return Fail(index, "this escape names no Unicode character: expected 0 to D7FF or E000 to 10FFFF");
    }

    TomlValue? FailAtNumber(int index, string message)
    {
        Fail(index, message);
        return null;
    }

    TomlValue? FailAfterNumber(int index) =>
        FailAtNumber(index, $"there is text directly after a number; {QuoteAdvice}");

    TomlFloat? FailInFloat(int index, string message)
    {
        Fail(index, message);
        return null;
    }

    void FailAtUnderscore(int index) => Fail(index, "an underscore in a number must have a digit on both sides");

    TomlInteger? FailAtPrefixedDigit(int index, int shift)
    {
        var digits = shift switch
        {
            4 => "hexadecimal digits after 0x",
            3 => "digits 0 to 7 after 0o",
            _ => "0 and 1 after 0b",
        };
        Fail(index, $"expected {digits}, with single underscores between them at most; {QuoteAdvice}");
        return null;
    }

    TomlInteger? FailOverflow(int start)
    {
        Fail(start, "this integer does not fit 64 bits: expected -9223372036854775808 to 9223372036854775807");
        return null;
    }
}
