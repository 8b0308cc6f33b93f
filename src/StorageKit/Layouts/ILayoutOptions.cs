namespace StorageKit;

/// <summary>Options that choose how the data is laid out. Implement it explicitly, so that it is no option itself.
/// </summary>
/// <example><code>
/// IStoreLayout? ILayoutOptions.Layout => Layout == AcmeLayout.Legacy ? LegacyLayout.Instance : null;
/// </code></example>
public interface ILayoutOptions
{
    /// <summary>The layout that the section chooses; null for the driver's own stores.</summary>
    IStoreLayout? Layout { get; }
}
