namespace StorageKit.Toml;

// What a value begins with, booleans, arrays and inline tables.
internal ref partial struct TomlParser
{
    TomlValue? ReadValue(int depth)
    {
        switch (_text[_pos])
        {
            case '"':
            case '\'':
                return ReadString(_text[_pos]);
            case >= '0' and <= '9':
            case '+':
            case '-':
                return ReadNumberOrDate();
            case 't':
            case 'f':
                return ReadBoolean();
            case 'i':
            case 'n':
                return ReadInfinityOrNaN(_pos, _pos, negative: false);
            case '[':
                return ReadArray(depth);
            case '{':
                return ReadInlineTable(depth);
            default:
                FailAtValue();
                return null;
        }
    }

    TomlBoolean? ReadBoolean()
    {
        var start = _pos;
        var word = _text[start] == 't' ? "true" : "false";
        if (!TakeWord(start, word)) return FailUnquoted<TomlBoolean>();
        return new TomlBoolean(word.Length == 4, SpanFrom(start));
    }

    /// <summary>Takes a word that must end where a value ends.</summary>
    bool TakeWord(int index, string word)
    {
        foreach (var c in word)
        {
            if (_text[index++] != c) return false;
        }

        if (!CharKinds.Is(_text[index], CharKinds.ValueEnd)) return false;
        _pos = index;
        return true;
    }

    TomlArray? ReadArray(int depth)
    {
        var start = Here;
        if (depth > MaxDepth) return FailTooDeep<TomlArray>();
        var array = new TomlArray(isTableArray: false, default);
        _open++;
        _pos++;
        while (true)
        {
            if (!SkipBlanksAndLines()) return null;
            if (_text[_pos] == ']') break;
            if (_pos == _end || _text[_pos] == ',') return FailInArray(start);
            var value = ReadValue(depth + 1);
            if (value is null || !SkipBlanksAndLines()) return null;
            array.Add(value);
            if (_text[_pos] == ']') break;
            if (_text[_pos] != ',') return FailInArray(start);
            _pos++;
        }

        _pos++;
        _open--;
        array.Span = new TomlSpan(start, Here);
        return array;
    }

    TomlTable? ReadInlineTable(int depth)
    {
        var start = Here;
        if (depth > MaxDepth) return FailTooDeep<TomlTable>();
        var table = new TomlTable(TomlTableKind.Inline, default);
        _open++;
        _pos++;
        var afterComma = false;
        while (true)
        {
            if (!SkipInInlineTable()) return null;
            if (_text[_pos] == '}') break;
            if (_pos == _end || _text[_pos] == ',') return FailInInlineTable(start);
            if (!ReadKeyValue(table, depth) || !SkipInInlineTable()) return null;
            afterComma = _text[_pos] == ',';
            if (!afterComma) break;
            _pos++;
        }

        if (_text[_pos] != '}') return FailInInlineTable(start);
        if (afterComma && !_is11) return FailAtTrailingComma();
        _pos++;
        _open--;
        table.Span = new TomlSpan(start, Here);
        return table;
    }

    bool SkipInInlineTable()
    {
        if (_is11) return SkipBlanksAndLines();
        SkipBlanks();
        return (LengthOfLineBreak(_pos) == 0 && _text[_pos] != '#') || FailAtLineBreakIn10();
    }
}
