namespace StorageKit;

/// <summary>A resource class of a driver: one instance for each opened section.</summary>
/// <param name="ResourceType">The class.</param>
/// <param name="OpenAsync">Makes the instance.</param>
public sealed record ResourceRegistration(
    Type ResourceType, Func<DriverScope, CancellationToken, ValueTask<object>> OpenAsync);
