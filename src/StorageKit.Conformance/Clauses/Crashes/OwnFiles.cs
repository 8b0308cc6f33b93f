using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>Whether the driver's own process writes the files, so that its system calls tell what is on the disk.
/// </summary>
internal static class OwnFiles
{
    /// <summary>Why it cannot be seen; null when it can.</summary>
    internal static string? Problem(DriverHarness harness)
    {
        if (harness.Probe<IBackendControl>() is not null || harness.Probe<IBackendEndpoint>() is not null)
            return "the files are written by the backend, another process, whose system calls are not watched";
        return harness.Probe<IDataFolder>() is null
            ? "the harness has no IDataFolder, so nothing says that the driver writes files"
            : SystemCalls.Problem;
    }
}
