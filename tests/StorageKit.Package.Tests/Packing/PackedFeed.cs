using System.Reflection;

namespace StorageKit.Package.Tests.Packing;

/// <summary>
/// Every package of this repository, packed once for all tests into a folder outside of it, under a version that no
/// cache has seen.
/// </summary>
public sealed class PackedFeed : IAsyncLifetime
{
    static readonly string Configuration =
        typeof(PackedFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The folder of everything that these tests write; removed when they are done.</summary>
    internal string Root { get; } = Directory.CreateTempSubdirectory("storagekit-packages-").FullName;

    internal string Folder => Path.Combine(Root, "feed");

    internal string Version { get; } = $"0.0.1-test.{Guid.NewGuid():n}";

    internal IEnumerable<string> Ids => Directory.EnumerateFiles(Folder, "*.nupkg")
        .Select(file => Path.GetFileName(file)[..^$".{Version}.nupkg".Length])
        .Order(StringComparer.Ordinal);

    internal PackageFile Open(string id, string extension = "nupkg") =>
        new(Path.Combine(Folder, $"{id}.{Version}.{extension}"));

    public async Task InitializeAsync()
    {
        var project = Path.Combine(Repository.Root, "tests", "StorageKit.Package.Tests", "Packing", "PackAll.proj");
        var packed = await DotnetCommand.RunAsync(
            Root, "msbuild", project, "-m", "-nologo", "-v:q",
            $"-p:Configuration={Configuration}", $"-p:PackageVersion={Version}", $"-p:PackageOutputPath={Folder}");
        packed.AssertSucceeded();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return Task.CompletedTask;
    }
}

/// <summary>The tests that use the packages share one set, and take turns: each keeps both cores busy.</summary>
[CollectionDefinition(nameof(PackedFeed))]
public sealed class PackedFeedCollection : ICollectionFixture<PackedFeed>;
