namespace StorageKit.Conformance;

/// <summary>The backend of a driver that keeps one database file: a file of the suite's own, in a folder where nothing
/// else is but what the database puts beside it (log, shared memory).</summary>
public static class SqliteFile
{
    /// <summary>Makes a harness of a new file, with it and what is beside it open to raw scans.</summary>
    /// <param name="scope">The suite's; the file is below its folder.</param>
    /// <param name="section">What stands in the driver's section for a file, which does not exist yet.</param>
    /// <param name="probes">Makes more probes for the file, or null.</param>
    /// <example><code>
    /// protected override ValueTask&lt;DriverHarness> StartAsync(SuiteScope scope) =>
    ///     SqliteFile.Harness(scope, file => $"path = '{file}'");
    /// </code></example>
    public static ValueTask<DriverHarness> Harness(
        SuiteScope scope, Func<string, string> section, Func<string, object[]>? probes = null)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(section);
        var folder = Directory.CreateDirectory(Path.Combine(scope.Folder, "store")).FullName;
        var file = Path.Combine(folder, "store.db");
        return new(new DriverHarness(section(file), [new FolderScan(folder), .. probes?.Invoke(file) ?? []]));
    }
}
