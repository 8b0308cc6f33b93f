namespace StorageKit.Conformance;

/// <summary>The backend of a driver that keeps plain files: a folder of the suite's own.</summary>
public static class PrivateFolder
{
    /// <summary>Makes a harness of a new folder, with every file in it open to raw scans.</summary>
    /// <param name="scope">The suite's; the folder is below its own.</param>
    /// <param name="section">What stands in the driver's section for a folder, which exists and is empty.</param>
    /// <param name="probes">More probes.</param>
    /// <example><code>
    /// protected override ValueTask&lt;DriverHarness> StartAsync(SuiteScope scope) =>
    ///     PrivateFolder.Harness(scope, folder => $"path = '{folder}'");
    /// </code></example>
    public static ValueTask<DriverHarness> Harness(
        SuiteScope scope, Func<string, string> section, params object[] probes)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(section);
        var folder = Directory.CreateDirectory(Path.Combine(scope.Folder, "store")).FullName;
        return new(new DriverHarness(section(folder), [new FolderScan(folder), .. probes]));
    }
}
