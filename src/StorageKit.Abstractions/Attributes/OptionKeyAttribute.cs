namespace StorageKit;

/// <summary>Names the TOML key of an option, or the TOML value of an enum's member, where snake case of the C# name is
/// not it.</summary>
/// <example><code>[OptionKey("url")] public required string ConnectionString { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public sealed class OptionKeyAttribute(string key) : Attribute
{
    /// <summary>The TOML key, a bare key; or the value.</summary>
    public string Key { get; } = key;
}
