namespace StorageKit.Toml;

// Keys, and the tables that dotted keys lead through.
internal ref partial struct TomlParser
{
    /// <summary>Reads one part of a key: bare, or quoted on one line.</summary>
    bool ReadKeyPart(out string key, out TomlSpan span)
    {
        _keyFailed = true;
        var start = _pos;
        var end = SkipBareKey(start);
        if (end > start)
        {
            _pos = end;
            key = new string(_text, start, end - start);
        }
        else if (_text[start] is '"' or '\'')
        {
            var read = ReadQuotedKey();
            key = read ?? "";
            if (read is null)
            {
                span = default;
                return false;
            }
        }
        else
        {
            key = "";
            span = default;
            return FailAtKey();
        }

        span = SpanFrom(start);
        return true;
    }

    readonly int SkipBareKey(int index)
    {
        var text = _text;
        while (CharKinds.Is(text[index], CharKinds.BareKey)) index++;
        return index;
    }

    string? ReadQuotedKey()
    {
        var quote = _text[_pos];
        if (_text[_pos + 1] != quote || _text[_pos + 2] != quote) return ReadOneLineString(quote, "a quoted key");
        Fail(_pos, "a key cannot be a multi-line string: write it on one line, between single quotes of either kind");
        return null;
    }

    /// <summary>The table that a part of a dotted key before its last one leads to.</summary>
    TomlTable EnterDotted(TomlTable table, string key, TomlSpan span)
    {
        var index = table.IndexOf(key);
        if (index < 0)
        {
            var created = new TomlTable(TomlTableKind.Dotted, span);
            table.Add(key, span, created);
            return created;
        }

        var entry = table.EntryAt(index);
        if (entry.Value is TomlTable { Kind: TomlTableKind.Dotted or TomlTableKind.Implicit } existing)
        {
            existing.Kind = TomlTableKind.Dotted;
            return existing;
        }

        ReportNotExtensible(key, span, entry, "a dotted key");
        return Detached();
    }

    /// <summary>
    /// A table of no document. What would be added to a wrong place goes there, so that the lines after a redefinition
    /// are still read without follow-up errors.
    /// </summary>
    static TomlTable Detached() => new(TomlTableKind.Dotted, default);
}
