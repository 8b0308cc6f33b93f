namespace StorageKit.Toml;

/// <summary>A value of a TOML document. The tree is immutable once it is read, so any thread may read it.</summary>
public abstract class TomlValue
{
    internal TomlValue(TomlSpan span) => Span = span;

    /// <summary>Where the value stands in the text.</summary>
    public TomlSpan Span { get; internal set; }

    /// <summary>The type as messages name it: "string", "integer", "table", …</summary>
    public abstract string TypeName { get; }

    /// <summary>Type and place, never the value: it may be a secret.</summary>
    public sealed override string ToString() => $"{TypeName} at {Span.Start}";
}
