namespace StorageKit.Toml;

// Integers, and the decision whether digits begin an integer, a float, a date or a time.
internal ref partial struct TomlParser
{
    // 19 digits always fit a ulong; 20 or more (without leading zeros) never fit a long.
    const int MostIntegerDigits = 19;

    TomlValue? ReadNumberOrDate()
    {
        var start = _pos;
        var first = _text[start] is '+' or '-' ? start + 1 : start;
        var negative = _text[start] == '-';
        if (_text[first] is 'i' or 'n') return ReadInfinityOrNaN(start, first, negative);
        if (!IsDigit(_text[first])) return FailAtNumber(first, "a sign must be followed by a digit, inf or nan");
        if (_text[first] == '0' && _text[first + 1] is 'x' or 'o' or 'b') return ReadPrefixed(start, first);

        var number = new DecimalDigits();
        var i = first;
        if (!ReadDigits(ref i, ref number)) return null;
        switch (_text[i])
        {
            case '-' when first == start:
                return ReadDateAndTime(start);
            case ':' when first == start:
                return ReadLocalTime(start);
        }

        if (_text[first] == '0' && number.Count > 1)
            return FailAtNumber(first, "a number cannot begin with the digit 0: remove it, or quote the value");
        if (_text[i] is '.' or 'e' or 'E') return ReadFloat(start, i, number, negative);
        if (!CharKinds.Is(_text[i], CharKinds.ValueEnd)) return FailAfterNumber(i);
        var limit = negative ? 1UL << 63 : long.MaxValue;
        if (number.Count > MostIntegerDigits || number.Value > limit) return FailOverflow(start);
        _pos = i;
        return new TomlInteger(negative ? (long)(0 - number.Value) : (long)number.Value, SpanFrom(start));
    }

    static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    /// <summary>Reads digits with single underscores between them; there is a digit at <paramref name="i"/>.</summary>
    bool ReadDigits(ref int i, ref DecimalDigits number)
    {
        while (true)
        {
            var digit = (uint)(_text[i] - '0');
            if (digit <= 9)
            {
                if (++number.Count <= MostIntegerDigits) number.Value = number.Value * 10 + digit;
            }
            else if (_text[i] != '_')
            {
                return true;
            }
            else if (!IsDigit(_text[i - 1]) || !IsDigit(_text[i + 1]))
            {
                FailAtUnderscore(i);
                return false;
            }

            i++;
        }
    }

    /// <summary>Reads <c>0x…</c>, <c>0o…</c> or <c>0b…</c>.</summary>
    TomlInteger? ReadPrefixed(int start, int first)
    {
        if (first != start)
        {
            FailAtNumber(start, "a hexadecimal, octal or binary integer has no sign: remove it");
            return null;
        }

        var shift = _text[start + 1] switch { 'x' => 4, 'o' => 3, _ => 1 };
        ulong value = 0;
        var i = start + 2;
        var overflow = false;
        for (; !CharKinds.Is(_text[i], CharKinds.ValueEnd); i++)
        {
            if (_text[i] == '_' && IsDigitOf(_text[i - 1], shift) && IsDigitOf(_text[i + 1], shift)) continue;
            if (!IsDigitOf(_text[i], shift)) return FailAtPrefixedDigit(i, shift);
            overflow |= value > (ulong)long.MaxValue >> shift;
            value = (value << shift) | (uint)HexDigit(_text[i]);
        }

        if (i == start + 2) return FailAtPrefixedDigit(i, shift);
        if (overflow) return FailOverflow(start);
        _pos = i;
        return new TomlInteger((long)value, SpanFrom(start));
    }

    static bool IsDigitOf(char c, int shift) => HexDigit(c) is >= 0 and var digit && digit < 1 << shift;
}
