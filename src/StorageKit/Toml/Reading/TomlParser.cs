namespace StorageKit.Toml;

/// <summary>
/// Reads a text once, front to back. A method that returns false or null has reported why; the document's loop then
/// goes on with the next line where that is safe.
/// </summary>
internal ref partial struct TomlParser
{
    const int MaxDepth = 128;

    // Strings are unescaped in place, behind the reader: what is before _pos may no longer be the source.
    readonly char[] _text;
    readonly int _end;
    readonly string _fileName;
    readonly string? _encodingError;
    readonly bool _is11;
    readonly TomlTable _root;

    int _pos;
    int _line = 1;
    int _lineStart;

    // How many arrays and inline tables are open here.
    int _open;
    TomlTable _section;
    int _sectionDepth;

    List<TomlError>? _errors;

    // The error was inside something that goes on over line ends: where the next line begins is not known.
    bool _stopped;

    // A header could not be read. What later headers redefine is not known any more.
    bool _headerLost;
    bool _lastStatementFailed;

    // Reading has not come past the '=' or ']' of this line.
    bool _keyFailed;

    internal TomlParser(TomlText text, string fileName, TomlVersion version)
    {
        _text = text.Chars;
        _end = text.Length;
        _encodingError = text.EncodingError;
        _fileName = fileName;
        _is11 = version == TomlVersion.V1_1;
        _root = new TomlTable(TomlTableKind.Root, default);
        _section = _root;
    }

    internal TomlTable ReadDocument(out IReadOnlyList<TomlError> errors)
    {
        var start = Here;
        if (_encodingError is null)
            ReadLines();
        else
            FailInEncoding(_encodingError);
        _root.Span = new TomlSpan(start, Here);
        errors = SortedErrors();
        return _root;
    }

    void ReadLines()
    {
        while (true)
        {
            SkipBlanks();
            bool read;
            switch (_text[_pos])
            {
                case '\n':
                case '\r':
                case '#':
                    read = ReadLineEnd();
                    break;
                case '\0' when _pos == _end:
                    return;
                default:
                    read = ReadStatement() && ReadLineEnd();
                    if (read) _lastStatementFailed = false;
                    break;
            }

            if (!read && !TrySkipToNextLine()) return;
        }
    }

    bool ReadStatement() => _text[_pos] == '[' ? ReadHeader() : ReadKeyValue(_section, _sectionDepth);

    /// <summary>Reads <c>key = value</c>, at the top or in an inline table.</summary>
    bool ReadKeyValue(TomlTable table, int depth)
    {
        string key;
        TomlSpan keySpan;
        while (true)
        {
            if (!ReadKeyPart(out key, out keySpan)) return false;
            SkipBlanks();
            if (_text[_pos] != '.') break;
            if (++depth > MaxDepth) return FailTooDeep();
            table = EnterDotted(table, key, keySpan);
            _pos++;
            SkipBlanks();
        }

        if (_text[_pos] != '=') return FailAtEquals();
        _pos++;
        _keyFailed = false;
        SkipBlanks();
        var value = ReadValue(depth + 1);
        if (value is null) return false;
        var first = table.IndexOf(key);
        if (first < 0)
            table.Add(key, keySpan, value);
        else
            ReportDuplicate(key, keySpan, table.EntryAt(first));
        return true;
    }
}
