namespace StorageKit.Toml;

// Where errors go, and what may be read after one.
internal ref partial struct TomlParser
{
    const int MaxErrors = 20;

    readonly TextPosition Here => At(_pos);

    readonly TextPosition At(int index) => new(index, _line, index - _lineStart + 1);

    /// <summary>From an index on this line to the next character to read.</summary>
    readonly TomlSpan SpanFrom(int start) => new(At(start), Here);

    /// <summary>Reports an error on this line; false, so that a caller can return it.</summary>
    bool Fail(int index, string message)
    {
        var place = At(index);
        return Fail(new TomlSpan(place, place), message);
    }

    bool Fail(TomlSpan span, string message)
    {
        _pos = Math.Max(_pos, Math.Min(span.Start.Offset, _end));

        // A line without key directly after a wrong one most likely belongs to it, and its text to the value.
        if (_lastStatementFailed && _keyFailed && _open == 0)
            _stopped = true;
        else
            Add(span, message);
        return false;
    }

    /// <summary>Reports what is wrong with a key whose syntax is right.</summary>
    void Report(TomlSpan span, string message)
    {
        if (!_headerLost) Add(span, message);
    }

    void Add(TomlSpan span, string message)
    {
        _errors ??= [];
        if (_errors.Count < MaxErrors) _errors.Add(new TomlError(_fileName, span, message));
    }

    /// <summary>In the order of the text: a key is known to be a duplicate only after its value.</summary>
    readonly IReadOnlyList<TomlError> SortedErrors()
    {
        if (_errors is null) return [];
        _errors.Sort((x, y) => x.Span.Start.Offset.CompareTo(y.Span.Start.Offset));
        return _errors;
    }

    /// <summary>Goes to the end of a line that could not be read, unless what follows may belong to it.</summary>
    bool TrySkipToNextLine()
    {
        _lastStatementFailed = true;
        if (_stopped || _open > 0 || _errors?.Count == MaxErrors) return false;
        for (; _pos < _end && _text[_pos] != '\n'; _pos++)
        {
            var c = _text[_pos];
            if (c is '[' or '{') return false;
            if (c is '"' or '\'' && _text[_pos + 1] == c && _text[_pos + 2] == c) return false;
        }

        return true;
    }

    void FailInEncoding(string message)
    {
        for (; _pos < _end; _pos++)
        {
            if (_text[_pos] == '\n') StartLine(_pos + 1);
        }

        Fail(_pos, message);
    }
}
