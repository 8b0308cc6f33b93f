namespace StorageKit.Tests.House;

/// <summary>Who may reference whom.</summary>
public sealed class ReferenceTests
{
    static readonly string[] Kit = ["StorageKit.Abstractions", "StorageKit"];

    static readonly string[] Drivers =
        ["StorageKit.Memory", "StorageKit.Local", "StorageKit.Sqlite", "StorageKit.Postgres", "StorageKit.Redis"];

    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["StorageKit.Abstractions"] = [],
        ["StorageKit"] = ["StorageKit.Abstractions"],
        ["StorageKit.Conformance"] = Kit,
        ["StorageKit.Conformance.Xunit"] = [.. Kit, "StorageKit.Conformance"],
        ["StorageKit.Conformance.Xunit3"] = [.. Kit, "StorageKit.Conformance"],
        ["StorageKit.Tools"] = [.. Kit, .. Drivers],
        ["StorageKit.Mcp"] = [.. Kit, .. Drivers, "StorageKit.Tools"],
        ["StorageKit.Templates"] = [],
        ["StorageKit.Cli"] = [.. Kit, .. Drivers, "StorageKit.Tools", "StorageKit.Mcp", "StorageKit.Conformance"],
    };

    [CloneFact]
    public void A_project_of_src_references_only_what_the_table_allows_and_no_driver_knows_another()
    {
        var projects = ProjectFile.Below("src").ToList();
        Assert.NotEmpty(projects);
        Assert.All(projects, project =>
        {
            var isDriver = Drivers.Contains(project.Name);
            Assert.True(isDriver || Allowed.ContainsKey(project.Name), $"{project.Path} is not in the table; add it");
            Assert.Subset((isDriver ? Kit : Allowed[project.Name]).ToHashSet(), project.References.ToHashSet());
        });
    }

    [CloneFact]
    public void Generators_and_analyzers_reference_no_project()
    {
        var projects = ProjectFile.Below("generators").Concat(ProjectFile.Below("analyzers")).ToList();
        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.Empty(project.References));
    }

    [CloneFact]
    public void Only_the_two_xunit_adapters_know_xunit() =>
        Assert.Equal(
            ["StorageKit.Conformance.Xunit", "StorageKit.Conformance.Xunit3"],
            ProjectFile.Below("src").Where(project => project.Packages.Any(IsXunit)).Select(project => project.Name));

    [CloneFact]
    public void Only_the_code_fixes_see_Workspaces() =>
        Assert.Equal(
            ["StorageKit.CodeFixes"],
            new[] { "src", "generators", "analyzers" }.SelectMany(ProjectFile.Below)
                .Where(
                    project =>
                        project.Packages.Any(package => package.Contains("Workspaces", StringComparison.Ordinal)))
                .Select(project => project.Name));

    [CloneFact]
    public void The_abstractions_have_no_dependency() =>
        Assert.Empty(new ProjectFile("src/StorageKit.Abstractions/StorageKit.Abstractions.csproj").Packages);

    [CloneFact]
    public void The_version_of_every_package_is_pinned_in_one_place()
    {
        var pinned = new ProjectFile("Directory.Packages.props").Items("PackageVersion").ToList();
        Assert.All(
            pinned, package => Assert.Matches(
                @"^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$", (string?)package.Attribute("Version")));
        var names = pinned.Select(ProjectFile.Included).ToHashSet();
        Assert.Equal(names.Count, pinned.Count);
        foreach (var path in RepositoryFiles.Paths(".csproj").Concat(RepositoryFiles.Paths(".props")))
        {
            if (ProjectFile.IsTemplate(path)) continue;
            var project = new ProjectFile(path);
            Assert.Subset(names, project.Packages.ToHashSet());
            Assert.DoesNotContain(
                project.Items("PackageReference"),
                package =>
                    package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null);
        }
    }

    static bool IsXunit(string package) => package.StartsWith("xunit", StringComparison.OrdinalIgnoreCase);
}
