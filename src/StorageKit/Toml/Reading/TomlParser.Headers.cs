namespace StorageKit.Toml;

// [table] and [[array of tables]] headers.
internal ref partial struct TomlParser
{
    bool ReadHeader()
    {
        var start = _pos++;
        var isArray = _text[_pos] == '[';
        if (isArray) _pos++;
        var table = _root;
        var depth = 1;
        string key;
        TomlSpan keySpan;
        while (true)
        {
            SkipBlanks();
            if (!ReadKeyPart(out key, out keySpan)) return FailHeader();
            SkipBlanks();
            if (_text[_pos] != '.') break;
            if (++depth > MaxDepth) return FailTooDeep() || FailHeader();
            _pos++;
            table = EnterParent(table, key, keySpan);
        }

        if (_text[_pos] != ']' || (isArray && _text[_pos + 1] != ']')) return FailAtHeaderEnd(isArray) || FailHeader();
        _pos += isArray ? 2 : 1;
        _keyFailed = false;
        _section = isArray
            ? AddElement(table, key, keySpan, SpanFrom(start))
            : Define(table, key, keySpan, SpanFrom(start));
        _sectionDepth = depth;
        return true;
    }

    /// <summary>What follows belongs to a table that is not known: its keys go nowhere.</summary>
    bool FailHeader()
    {
        _section = Detached();
        _sectionDepth = 0;
        _headerLost = true;
        return false;
    }

    /// <summary>The table that a part of a header before its last one leads to.</summary>
    TomlTable EnterParent(TomlTable table, string key, TomlSpan span)
    {
        var index = table.IndexOf(key);
        if (index < 0)
        {
            var created = new TomlTable(TomlTableKind.Implicit, span);
            table.Add(key, span, created);
            return created;
        }

        var entry = table.EntryAt(index);
        switch (entry.Value)
        {
            case TomlTable { Kind: not TomlTableKind.Inline } existing:
                return existing;
            case TomlArray { IsTableArray: true } array:
                return (TomlTable)array[array.Count - 1];
            default:
                ReportNotExtensible(key, span, entry, "a header");
                return Detached();
        }
    }

    TomlTable Define(TomlTable parent, string key, TomlSpan keySpan, TomlSpan header)
    {
        var index = parent.IndexOf(key);
        if (index < 0)
        {
            var table = new TomlTable(TomlTableKind.Header, header);
            parent.Add(key, keySpan, table);
            return table;
        }

        var entry = parent.EntryAt(index);
        if (entry.Value is TomlTable { Kind: TomlTableKind.Implicit } existing)
        {
            parent.DefineImplicit(index, keySpan, header);
            return existing;
        }

        ReportRedefinedTable(key, keySpan, entry);
        return Detached();
    }

    TomlTable AddElement(TomlTable parent, string key, TomlSpan keySpan, TomlSpan header)
    {
        var table = new TomlTable(TomlTableKind.Header, header);
        var index = parent.IndexOf(key);
        if (index < 0)
        {
            var array = new TomlArray(isTableArray: true, header);
            array.Add(table);
            parent.Add(key, keySpan, array);
        }
        else if (parent.EntryAt(index).Value is TomlArray { IsTableArray: true } array)
        {
            array.Add(table);
        }
        else
        {
            ReportNotTableArray(key, keySpan, parent.EntryAt(index));
        }

        return table;
    }
}
