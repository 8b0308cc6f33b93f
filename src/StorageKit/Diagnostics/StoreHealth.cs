namespace StorageKit.Diagnostics;

/// <summary>How a store is.</summary>
/// <param name="IsHealthy">Whether its backend answered as it should.</param>
/// <param name="Latency">How long that took.</param>
/// <param name="Description">A sentence; of an unhealthy store what is wrong and what to look at. No secret.</param>
/// <param name="ErrorKind">What is wrong, or null.</param>
public sealed record StoreHealth(
    bool IsHealthy, TimeSpan Latency, string Description, StorageErrorKind? ErrorKind);
