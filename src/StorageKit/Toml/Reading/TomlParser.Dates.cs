namespace StorageKit.Toml;

// Dates and times (RFC 3339).
internal ref partial struct TomlParser
{
    TomlDateTime? ReadDateAndTime(int start)
    {
        var i = start;
        var parts = new DateTimeParts { Kind = TomlDateTimeKind.LocalDate };
        if (!ReadDate(ref i, ref parts)) return null;
        if (_text[i] is 'T' or 't' || (_text[i] == ' ' && IsDigit(_text[i + 1])))
        {
            i++;
            parts.Kind = TomlDateTimeKind.LocalDateTime;
            if (!ReadTime(ref i, ref parts) || !ReadOffset(ref i, ref parts)) return null;
        }

        return FinishDate(start, i, parts);
    }

    TomlDateTime? ReadLocalTime(int start)
    {
        var i = start;
        var parts = new DateTimeParts { Kind = TomlDateTimeKind.LocalTime };
        return ReadTime(ref i, ref parts) ? FinishDate(start, i, parts) : null;
    }

    TomlDateTime? FinishDate(int start, int i, DateTimeParts parts)
    {
        if (!CharKinds.Is(_text[i], CharKinds.ValueEnd))
        {
            Fail(i, $"there is text directly after {DateShape}; {QuoteAdvice}");
            return null;
        }

        _pos = i;
        return new TomlDateTime(parts, SpanFrom(start));
    }

    bool ReadDate(ref int i, ref DateTimeParts parts)
    {
        if (!TakeNumber(ref i, 4, out var year) || !Take(ref i, '-')
            || !TakeNumber(ref i, 2, out var month) || !Take(ref i, '-')
            || !TakeNumber(ref i, 2, out var day))
        {
            return Fail(i, $"this is no date: expected YYYY-MM-DD, with leading zeros; {QuoteAdvice}");
        }

        if (month is < 1 or > 12) return Fail(i - 5, "there is no such month: expected 01 to 12");
        if (day < 1 || day > DaysIn(year, month)) return Fail(i - 2, "this month has no such day");
        parts.Year = (short)year;
        parts.Month = (byte)month;
        parts.Day = (byte)day;
        return true;
    }

    static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    bool ReadTime(ref int i, ref DateTimeParts parts)
    {
        if (!TakeNumber(ref i, 2, out var hour) || !Take(ref i, ':') || !TakeNumber(ref i, 2, out var minute))
            return Fail(i, $"this is no time: expected HH:MM:SS, with leading zeros; {QuoteAdvice}");
        if (hour > 23) return Fail(i - 5, "there is no such hour: expected 00 to 23");
        if (minute > 59) return Fail(i - 2, "there is no such minute: expected 00 to 59");
        parts.Hour = (byte)hour;
        parts.Minute = (byte)minute;
        if (!Take(ref i, ':'))
            return _is11 || Fail(i, "TOML 1.0 does not allow a time without seconds: write HH:MM:SS");
        if (!TakeNumber(ref i, 2, out var second))
            return Fail(i, $"this is no time: expected two digits of seconds; {QuoteAdvice}");
        if (second > 60) return Fail(i - 2, "there is no such second: expected 00 to 60");
        parts.Second = (byte)second;
        return !Take(ref i, '.') || ReadFraction(ref i, ref parts);
    }

    bool ReadFraction(ref int i, ref DateTimeParts parts)
    {
        if (!IsDigit(_text[i])) return Fail(i, "a digit must follow the point of the seconds");
        for (var unit = 100_000_000; IsDigit(_text[i]); i++, unit /= 10) parts.Nanosecond += (_text[i] - '0') * unit;
        return true;
    }

    bool ReadOffset(ref int i, ref DateTimeParts parts)
    {
        if (_text[i] is 'Z' or 'z')
        {
            i++;
            parts.Kind = TomlDateTimeKind.OffsetDateTime;
        }
        else if (_text[i] is '+' or '-')
        {
            var sign = _text[i++] == '-' ? -1 : 1;
            if (!TakeNumber(ref i, 2, out var hours) || !Take(ref i, ':') || !TakeNumber(ref i, 2, out var minutes)
                || hours > 23 || minutes > 59)
            {
                return Fail(i, "this is no offset from UTC: expected Z, or + or - and HH:MM up to 23:59");
            }

            parts.Kind = TomlDateTimeKind.OffsetDateTime;
            parts.OffsetMinutes = (short)(sign * (hours * 60 + minutes));
        }

        return true;
    }

    readonly bool TakeNumber(ref int i, int digits, out int number)
    {
        number = 0;
        for (var end = i + digits; i < end; i++)
        {
            if (!IsDigit(_text[i])) return false;
            number = number * 10 + (_text[i] - '0');
        }

        return true;
    }

    readonly bool Take(ref int i, char c)
    {
        if (_text[i] != c) return false;
        i++;
        return true;
    }
}
