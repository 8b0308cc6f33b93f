namespace StorageKit.Tools;

/// <summary>An object store that agents may use. Immutable.</summary>
public sealed class StorageComponent : ToolComponent
{
    /// <summary>The type of these components, and the name of their provider.</summary>
    public const string TypeName = "storage";

    internal const string LongestTool = "-exists";

    /// <summary>The longest name, so that no tool's name is longer than a model can call.</summary>
    public const int LongestName = ToolNames.Longest - 7;

    /// <summary>A component on a store that the caller has opened, and disposes.</summary>
    /// <param name="name"><c>^[a-z][a-z0-9_]*$</c>, at most <see cref="LongestName"/> characters.</param>
    /// <param name="store">Where its objects are, and nobody else's: agents see all that it lists.</param>
    /// <param name="description">For the model: what is in it.</param>
    /// <param name="limits">What its tools refuse.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no component's name.</exception>
    public StorageComponent(
        string name, IObjectStore store, string? description = null, StorageLimits? limits = null)
        : this(name, description, limits, new GivenStore(store))
    {
    }

    internal StorageComponent(string name, string? description, StorageLimits? limits, StoreSource source)
        : base(TypeName, name, description)
    {
        if (name.Length > LongestName)
            throw new ArgumentException(
                $"\"{name}\" is longer than {LongestName} characters: \"{name}{LongestTool}\" could not be called.",
                nameof(name));
        Limits = limits ?? StorageLimits.Default;
        Source = source;
    }

    /// <summary>What its tools refuse.</summary>
    public StorageLimits Limits { get; }

    /// <summary>Its <c>storage_type</c>; null for one that stands on a given store.</summary>
    public string? StorageType => Source.StorageType;

    internal StoreSource Source { get; }

    /// <summary>Whether the other one is configured as this one is, so that it need not be opened anew.</summary>
    internal bool IsSameAs(StorageComponent other) =>
        Name == other.Name && Description == other.Description && Limits == other.Limits
        && Source.IsSameAs(other.Source);
}
