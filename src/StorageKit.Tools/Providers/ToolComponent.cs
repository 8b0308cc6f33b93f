namespace StorageKit.Tools;

/// <summary>Something that a provider makes tools for: a configured object store, a clock, another server.
/// Immutable.</summary>
public abstract class ToolComponent
{
    /// <summary>The longest description that is kept, in UTF-16 code units.</summary>
    public const int LongestDescription = 500;

    /// <summary>A component of a type.</summary>
    /// <param name="type">The name of the provider that serves it.</param>
    /// <param name="name">The operator's name for it: <c>^[a-z][a-z0-9_]*$</c>. Without a hyphen, so that
    /// <c>{component}-{tool}</c> has one reading only.</param>
    /// <param name="description">For the model. Control characters become spaces; what is longer than
    /// <see cref="LongestDescription"/> is cut.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no component's name.</exception>
    protected ToolComponent(string type, string name, string? description = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(name);
        if (!ToolNames.IsComponent(name)) throw new ArgumentException(ToolNames.WhyNoComponent(name), nameof(name));
        Type = type;
        Name = name;
        Description = DescriptionText.Clean(description);
    }

    /// <summary>The name of the provider that serves it.</summary>
    public string Type { get; }

    /// <summary>Unique in a host, whatever the case of its letters.</summary>
    public string Name { get; }

    /// <summary>What the operator says of it; one line without control characters.</summary>
    public string? Description { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Type} component \"{Name}\"";
}
