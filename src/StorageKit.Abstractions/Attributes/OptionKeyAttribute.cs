namespace StorageKit;

/// <summary>Names the TOML key of an option, where snake case of the property's name is not it.</summary>
/// <example><code>[OptionKey("url")] public required string ConnectionString { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class OptionKeyAttribute(string key) : Attribute
{
    /// <summary>The TOML key, a bare key.</summary>
    public string Key { get; } = key;
}
