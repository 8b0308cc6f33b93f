namespace StorageKit.Toml;

/// <summary>A key of a table with its value.</summary>
public readonly struct TomlEntry
{
    internal TomlEntry(string key, TomlSpan keySpan, TomlValue value)
    {
        Key = key;
        KeySpan = keySpan;
        Value = value;
    }

    /// <summary>The key: one part of it, when it is written with dots.</summary>
    public string Key { get; }

    /// <summary>Where the key is written, quotes included. For a table: where its header names it.</summary>
    public TomlSpan KeySpan { get; }

    /// <summary>The value.</summary>
    public TomlValue Value { get; }
}
