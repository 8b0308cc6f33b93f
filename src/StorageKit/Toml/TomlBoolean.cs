namespace StorageKit.Toml;

/// <summary>A boolean.</summary>
public sealed class TomlBoolean : TomlValue
{
    internal TomlBoolean(bool value, TomlSpan span)
        : base(span) => Value = value;

    /// <summary>The boolean.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override string TypeName => "boolean";
}
