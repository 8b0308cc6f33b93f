namespace StorageKit.Toml;

/// <summary>A string, of any of TOML's four notations.</summary>
public sealed class TomlString : TomlValue
{
    internal TomlString(string value, TomlSpan span)
        : base(span) => Value = value;

    /// <summary>The text, escapes resolved. Line breaks of a multi-line string stay as the file has them.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string TypeName => "string";
}
