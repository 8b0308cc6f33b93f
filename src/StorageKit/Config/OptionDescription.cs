namespace StorageKit;

/// <summary>What a driver's binder asks its section for: for schemas, forms and masks. Immutable.</summary>
/// <param name="Key">The key, as in TOML.</param>
/// <param name="Type">How its value is written.</param>
/// <param name="Flags">Whether it must be there, and may be shown.</param>
public sealed record OptionDescription(string Key, OptionType Type, OptionFlags Flags)
{
    /// <summary>The smallest number that is accepted; null when any is, and for what is no number.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest number that is accepted; null when any is, and for what is no number.</summary>
    public double? Maximum { get; init; }

    /// <summary>The names of an <see cref="OptionType.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The options of an <see cref="OptionType.Table"/>.</summary>
    public IReadOnlyList<OptionDescription> Options { get; init; } = [];
}
