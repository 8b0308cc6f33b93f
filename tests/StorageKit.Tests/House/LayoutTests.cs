namespace StorageKit.Tests.House;

/// <summary>Where things lie in the repository.</summary>
public sealed class LayoutTests
{
    const int LongestFile = 400;

    static readonly HashSet<string> Top =
    [
        "StorageKit.sln", "README.md", "Directory.Build.props", "Directory.Packages.props", "global.json",
        ".editorconfig",
        ".gitattributes", ".gitignore", "LICENSE", "test.sh", ".ci", "src", "generators", "analyzers", "tests",
        "samples", "docs",
    ];

    /// <summary>Shows every rule by breaking it.</summary>
    const string DoesNotBuild = "samples/BrokenDriver/BrokenDriver.csproj";

    [CloneFact]
    public void At_the_top_lies_what_a_newcomer_expects_and_nothing_else()
    {
        var entries = RepositoryFiles.Tracked.Select(file => file.Path.Split('/')[0]).ToHashSet();
        Assert.Equal(Top.Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
    }

    [CloneFact]
    public void The_test_scripts_can_be_executed()
    {
        foreach (var script in new[] { "test.sh", ".ci/run" })
            Assert.Equal("100755", RepositoryFiles.Tracked.Single(file => file.Path == script).Mode);
    }

    [CloneFact]
    public void No_source_file_is_longer_than_anyone_reads() =>
        Assert.All(
            RepositoryFiles.Paths(".cs").Where(path => !path.Contains(".verified.", StringComparison.Ordinal)),
            path => Assert.InRange(File.ReadLines(Path.Combine(RepositoryFiles.Root, path)).Count(), 1, LongestFile));

    [CloneFact]
    public void No_received_snapshot_is_committed() =>
        Assert.DoesNotContain(
            RepositoryFiles.Tracked, file => file.Path.Contains(".received.", StringComparison.Ordinal));

    [CloneFact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "StorageKit.sln")).Replace('\\', '/');
        Assert.All(
            RepositoryFiles.Paths(".csproj").Where(path => path != DoesNotBuild && !ProjectFile.IsTemplate(path)),
            path => Assert.Contains($"\"{path}\"", solution, StringComparison.Ordinal));
        Assert.DoesNotContain(DoesNotBuild, solution, StringComparison.Ordinal);
    }
}
