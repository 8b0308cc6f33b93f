namespace StorageKit.Local.Tests;

/// <summary>A folder of its own, opened through the registry as an application does it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Parent { get; } = Directory.CreateTempSubdirectory("storagekit-local-").FullName;

    internal string Root => Path.Combine(Parent, "store");

    internal static Registry Registry() => new Registry().AddLocal();

    internal Task<OpenedFolder> OpenAsync(string options = KeyRings.OnlyOld, TimeProvider? time = null) =>
        OpenedFolder.OpenAsync($"path = '{Root}'\n{options}", time ?? TimeProvider.System);

    /// <summary>The folder's section.</summary>
    internal ValueTask<DriverSection> OpenSectionAsync(string options, TimeProvider time) =>
        Registry().OpenSectionAsync(LocalDriver.Name, $"path = '{Root}'\n{options}", new() { TimeProvider = time });

    /// <summary>A path in the system tenant's folder.</summary>
    internal string In(params string[] names) => Path.Combine([Root, TenantId.System.ToString(), .. names]);

    internal string FirstSegment => In("audit", "00000000000000000001.jsonl");

    internal string[] Names(string kind) =>
        [.. Directory.GetFiles(In(kind)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            .Where(name => !name.EndsWith(".lock", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(Parent, recursive: true);
}
