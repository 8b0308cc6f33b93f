namespace StorageKit.Testing.Roslyn;

/// <summary>Where this clone lies: the nearest folder above the running tests that holds StorageKit.sln.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The file behind a caller's path, which the build writes as <c>/_/…</c> to stay deterministic.</summary>
    public static string Resolve(string callerFilePath) =>
        callerFilePath.StartsWith("/_/", StringComparison.Ordinal)
            ? Path.Combine(Root, callerFilePath[3..])
            : callerFilePath;

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "StorageKit.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds StorageKit.sln.");
    }
}
