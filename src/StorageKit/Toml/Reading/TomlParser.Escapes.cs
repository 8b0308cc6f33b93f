namespace StorageKit.Toml;

// Escape sequences in basic strings.
internal ref partial struct TomlParser
{
    /// <summary>Reads the escape at <paramref name="read"/>; what it stands for is never longer.</summary>
    bool ReadEscape(ref int read, ref int write, bool isMultiLine = false)
    {
        var c = _text[read + 1];
        var simple = c switch
        {
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'f' => '\f',
            'r' => '\r',
            '"' => '"',
            '\\' => '\\',
            'e' when _is11 => '\x1B',
            _ => '\0',
        };
        if (simple != '\0')
        {
            _text[write++] = simple;
            read += 2;
            return true;
        }

        return c switch
        {
            'u' => ReadHexEscape(ref read, ref write, 4, isMultiLine),
            'U' => ReadHexEscape(ref read, ref write, 8, isMultiLine),
            'x' when _is11 => ReadHexEscape(ref read, ref write, 2, isMultiLine),
            _ => FailAtEscape(read, c, isMultiLine),
        };
    }

    bool ReadHexEscape(ref int read, ref int write, int digits, bool isMultiLine)
    {
        uint value = 0;
        for (var i = read + 2; i < read + 2 + digits; i++)
        {
            // The sentinels are no digits, so this stops before the end of the text.
            var digit = HexDigit(_text[i]);
            if (digit < 0) return FailAtHexEscape(read, digits, isMultiLine);
            value = (value << 4) | (uint)digit;
        }

        if (value is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)) return FailAtScalar(read, isMultiLine);
        read += 2 + digits;
        if (value > 0xFFFF)
        {
            value -= 0x10000;
            _text[write++] = (char)(0xD800 + (value >> 10));
            value = 0xDC00 + (value & 0x3FF);
        }

        _text[write++] = (char)value;
        return true;
    }

    static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
