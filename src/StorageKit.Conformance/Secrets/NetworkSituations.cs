namespace StorageKit.Conformance.Secrets;

/// <summary>What happens to a driver whose backend is reached by a network.</summary>
internal static class NetworkSituations
{
    internal static IEnumerable<ValueTask> Of(ClauseContext context, WatchedDriver driver)
    {
        _ = context;
        _ = driver;
        return [];
    }
}
