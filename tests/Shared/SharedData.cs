namespace StorageKit.Tests;

/// <summary>Data that lies beside the repository: public test suites and vectors too large to copy.</summary>
internal static class SharedData
{
    /// <summary>The folder, from STORAGEKIT_SHARED or beside the repository; null when there is none.</summary>
    internal static string? Root { get; } = Find();

    internal static string PathTo(params string[] parts) =>
        Path.Combine([Root ?? throw new InvalidOperationException("mark the test with [SharedDataFact]"), .. parts]);

    static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("STORAGEKIT_SHARED");
        if (!string.IsNullOrEmpty(named)) return Directory.Exists(named) ? named : null;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "StorageKit.sln")))
            folder = folder.Parent;
        if (folder?.Parent is null) return null;
        var beside = Path.Combine(folder.Parent.FullName, "shared");
        return Directory.Exists(beside) ? beside : null;
    }
}

/// <summary>A fact that needs a part of the shared data, and is skipped, visibly, where that is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    /// <param name="part">What is needed, as a path below the shared folder.</param>
    public SharedDataFactAttribute(string part)
    {
        var path = SharedData.Root is null ? null : Path.Combine(SharedData.Root, part);
        if (!Path.Exists(path)) Skip = $"shared/{part} is not beside the repository (or in STORAGEKIT_SHARED)";
    }
}
