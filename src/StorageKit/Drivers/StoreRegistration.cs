namespace StorageKit;

/// <summary>A store class of a driver: one instance for each tenant serves all its contracts.</summary>
/// <param name="StoreType">The class.</param>
/// <param name="Contracts">What it serves.</param>
/// <param name="OpenAsync">Makes an instance.</param>
public sealed record StoreRegistration(
    Type StoreType,
    IReadOnlyList<ContractRegistration> Contracts,
    Func<DriverScope, CancellationToken, ValueTask<object>> OpenAsync)
{
    /// <summary>Whether what it keeps lives and dies with the opened section.</summary>
    public bool ProcessLocal { get; init; }
}
