namespace StorageKit.Toml;

/// <summary>A float: IEEE 754 binary64.</summary>
public sealed class TomlFloat : TomlValue
{
    internal TomlFloat(double value, TomlSpan span)
        : base(span) => Value = value;

    /// <summary>The float; infinities and NaN are possible.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public override string TypeName => "float";
}
