namespace StorageKit.Toml;

/// <summary>An integer: 64 bits, signed.</summary>
public sealed class TomlInteger : TomlValue
{
    internal TomlInteger(long value, TomlSpan span)
        : base(span) => Value = value;

    /// <summary>The integer.</summary>
    public long Value { get; }

    /// <inheritdoc/>
    public override string TypeName => "integer";
}
