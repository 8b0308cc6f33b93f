namespace StorageKit.Tools;

/// <summary>Where a component's store comes from.</summary>
internal abstract class StoreSource
{
    internal abstract string? StorageType { get; }

    /// <summary>Opens the store.</summary>
    /// <param name="component">The component's name: each has objects of its own, also where two share a backend.
    /// </param>
    /// <param name="tenant">Whose components they are.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    internal abstract ValueTask<OpenedStore> OpenAsync(
        string component, TenantId tenant, CancellationToken cancellationToken);

    internal abstract bool IsSameAs(StoreSource other);
}
