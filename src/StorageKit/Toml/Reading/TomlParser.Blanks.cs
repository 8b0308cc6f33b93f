namespace StorageKit.Toml;

// Spaces, line breaks, comments, and what follows a line's content.
internal ref partial struct TomlParser
{
    void SkipBlanks()
    {
        while (_text[_pos] is ' ' or '\t') _pos++;
    }

    /// <summary>Whether a line break was here and has been taken.</summary>
    bool TakeLineBreak()
    {
        var length = LengthOfLineBreak(_pos);
        if (length == 0) return false;
        StartLine(_pos += length);
        return true;
    }

    readonly int LengthOfLineBreak(int index) =>
        _text[index] == '\n' ? 1 : _text[index] == '\r' && _text[index + 1] == '\n' ? 2 : 0;

    void StartLine(int index)
    {
        _line++;
        _lineStart = index;
    }

    /// <summary>Takes what may follow a key-value pair or a header: a comment, then a line break or the end.</summary>
    bool ReadLineEnd()
    {
        SkipBlanks();
        if (_text[_pos] == '#' && !SkipComment()) return false;
        return TakeLineBreak() || _pos == _end || FailAfterLine();
    }

    /// <summary>Takes spaces, line breaks and comments, as they may stand between the values of an array.</summary>
    bool SkipBlanksAndLines()
    {
        while (true)
        {
            SkipBlanks();
            if (_text[_pos] == '#')
            {
                if (!SkipComment()) return false;
            }
            else if (!TakeLineBreak())
            {
                return _text[_pos] != '\r' || FailAtCarriageReturn(_pos);
            }
        }
    }

    bool SkipComment()
    {
        while (true)
        {
            _pos = SkipPlain(_pos, CharKinds.InComment);
            if (_text[_pos] == '\n' || _pos == _end || LengthOfLineBreak(_pos) > 0) return true;
            var length = LengthOfPair(_pos);
            if (length == 0) return FailInText(_pos, "a comment");
            _pos += length;
        }
    }

    /// <summary>The index of the first character from <paramref name="index"/> on that is not of the kind.</summary>
    readonly int SkipPlain(int index, byte kind)
    {
        var text = _text;
        while (IsPlain(text[index], kind)) index++;
        return index;
    }

    static bool IsPlain(char c, byte kind) =>
        c < CharKinds.Of.Length ? (CharKinds.Of[c] & kind) != 0 : !char.IsSurrogate(c);

    /// <summary>2 at a surrogate pair, else 0.</summary>
    readonly int LengthOfPair(int index) =>
        char.IsHighSurrogate(_text[index]) && char.IsLowSurrogate(_text[index + 1]) ? 2 : 0;
}
