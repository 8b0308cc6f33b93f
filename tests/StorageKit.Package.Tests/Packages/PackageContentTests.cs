namespace StorageKit.Package.Tests.Packages;

/// <summary>What each package brings.</summary>
[Collection(nameof(PackedFeed))]
public sealed class PackageContentTests(PackedFeed feed)
{
    /// <summary>Package, the frameworks of its library, and what it brings beside that.</summary>
    public static TheoryData<string, string[], string[]> Packages => new()
    {
        {
            "StorageKit", ["net10.0"],
            [
                "analyzers/dotnet/cs/StorageKit.Analyzers.dll", "analyzers/dotnet/cs/StorageKit.CodeFixes.dll",
                "analyzers/dotnet/cs/StorageKit.Generators.dll",
                "build/StorageKit.props", "buildTransitive/StorageKit.props",
            ]
        },
        { "StorageKit.Abstractions", ["net10.0", "net8.0"], [] },
        { "StorageKit.Conformance", ["net10.0"], [] },
        { "StorageKit.Conformance.Xunit", ["net10.0"], ["build/StorageKit.Conformance.Xunit.targets"] },
        { "StorageKit.Conformance.Xunit3", ["net10.0"], ["build/StorageKit.Conformance.Xunit3.targets"] },
        { "StorageKit.Local", ["net10.0"], [] },
        { "StorageKit.Mcp", ["net10.0"], [] },
        { "StorageKit.Memory", ["net10.0"], [] },
        { "StorageKit.Postgres", ["net10.0"], [] },
        { "StorageKit.Redis", ["net10.0"], [] },
        { "StorageKit.Sqlite", ["net10.0"], [] },
        { "StorageKit.Tools", ["net10.0"], [] },
    };

    /// <summary>No library but a tool and a template: <see cref="Consumers.ToolTests"/> and
    /// <see cref="Consumers.TemplateTests"/> use them.</summary>
    static readonly string[] NoLibraries = ["StorageKit.Cli", "StorageKit.Templates"];

    [Fact]
    public void Every_project_of_src_is_a_package_of_the_table()
    {
        var projects = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(projects, feed.Ids);
        Assert.Equal(feed.Ids.Except(NoLibraries), Packages.Select(row => (string)row[0]));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_exactly_the_files_of_the_table(string id, string[] frameworks, string[] others)
    {
        using var package = feed.Open(id);
        var library =
            from framework in frameworks
            from extension in (string[])["dll", "xml"]
            select $"lib/{framework}/{id}.{extension}";
        string[] readme = File.Exists(Path.Combine(Repository.Root, "README.md")) ? ["README.md"] : [];

        string[] expected = ["LICENSE", .. library, .. others, .. readme];
        Assert.Equal(expected.Order(StringComparer.Ordinal), package.Files);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_symbols_for_each_framework(string id, string[] frameworks, string[] _)
    {
        using var symbols = feed.Open(id, "snupkg");

        Assert.Equal(frameworks.Select(framework => $"lib/{framework}/{id}.pdb"), symbols.Files);
    }
}
