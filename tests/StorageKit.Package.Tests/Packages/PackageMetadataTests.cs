namespace StorageKit.Package.Tests.Packages;

/// <summary>What each package says of itself, and how the generators reach everybody.</summary>
[Collection(nameof(PackedFeed))]
public sealed class PackageMetadataTests(PackedFeed feed)
{
    [Fact]
    public void A_package_tells_its_licence_authors_and_a_description_of_its_own()
    {
        var descriptions = new HashSet<string>();
        foreach (var id in feed.Ids)
        {
            using var package = feed.Open(id);
            Assert.Equal("MIT", package.Metadata("license"));
            Assert.Equal("The StorageKit authors", package.Metadata("authors"));
            var description = package.Metadata("description");
            Assert.True(description is { Length: > 20 } && descriptions.Add(description), $"{id}: '{description}'");
            if (File.Exists(Path.Combine(Repository.Root, "README.md")))
                Assert.Equal("README.md", package.Metadata("readme"));
        }
    }

    [Fact]
    public void Every_path_to_StorageKit_lets_analyzers_and_build_files_through()
    {
        var carriers = new HashSet<string> { "StorageKit" };
        var all = feed.Ids.ToList();
        while (all.Where(id => Reaches(id, carriers)).Count(carriers.Add) > 0) { }

        Assert.Superset(
            new HashSet<string>
            {
                "StorageKit.Conformance", "StorageKit.Conformance.Xunit", "StorageKit.Conformance.Xunit3",
                "StorageKit.Local", "StorageKit.Memory", "StorageKit.Sqlite",
            },
            carriers);
        foreach (var id in all)
        {
            using var package = feed.Open(id);
            foreach (var dependency in package.Dependencies.Where(d => carriers.Contains(d.Attribute("id")!.Value)))
                Assert.True(dependency.Attribute("exclude") is null, $"{id}: {dependency}");
        }
    }

    [Fact]
    public void Packages_of_one_build_depend_on_each_other_in_the_same_version()
    {
        foreach (var id in feed.Ids)
        {
            using var package = feed.Open(id);
            foreach (var dependency in package.Dependencies.Where(d => feed.Ids.Contains(d.Attribute("id")!.Value)))
                Assert.Equal(feed.Version, dependency.Attribute("version")!.Value);
        }
    }

    bool Reaches(string id, HashSet<string> carriers)
    {
        using var package = feed.Open(id);
        return package.Dependencies.Any(dependency => carriers.Contains(dependency.Attribute("id")!.Value));
    }
}
