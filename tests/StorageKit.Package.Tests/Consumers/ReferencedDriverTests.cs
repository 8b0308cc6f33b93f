using StorageKit.Conformance;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>A test project without a line of code: what gets a suite by itself, and what does not.</summary>
[Collection(nameof(PackedFeed))]
public sealed class ReferencedDriverTests(PackedFeed feed)
{
    const string Own = "Acme.AcmeConformance";

    [Fact]
    public async Task A_referenced_project_has_a_suite_and_nobody_else_has_until_it_is_turned_off()
    {
        var folder = await ConsumerFolder.CreateAsync(feed, "referenced");
        // A driver behind another project is as little the author's own as the one of a package, StorageKit.Memory.
        folder.WriteProject(["StorageKit"], file: "behind/Behind.csproj");
        folder.Write("behind/BehindCounter.cs", Source()
            .Replace("acme", "behind", StringComparison.Ordinal).Replace("Acme", "Behind", StringComparison.Ordinal));
        folder.WriteProject(["StorageKit"], Reference("behind/Behind"), "acme/Acme.csproj");
        folder.Write("acme/AcmeCounter.cs", Source());
        folder.WriteProject(
            [
                "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio",
                "StorageKit.Conformance.Xunit", "StorageKit.Memory",
            ],
            Reference("acme/Acme"), "tests/Acme.Tests.csproj");

        var tests = await ListAsync(folder);

        Assert.Equal(ClauseCatalog.All.Count + 1, tests.Count(test => test.StartsWith(Own, StringComparison.Ordinal)));
        Assert.All(tests, test => Assert.StartsWith(Own, test, StringComparison.Ordinal));
        Assert.Empty(await ListAsync(folder, "-p:StorageKitConformance=manual"));
    }

    // Each test with the name of its class, as the runner has it whatever the display name says.
    static async Task<IReadOnlyList<string>> ListAsync(ConsumerFolder folder, params string[] more)
    {
        var built = await folder.RunAsync(["build", "tests", .. more]);
        built.AssertSucceeded();
        var listed = Path.Combine(folder.Path, "tests.txt");
        File.WriteAllText(listed, "");
        var told = await DotnetCommand.RunAsync(
            folder.Path, "vstest", Path.Combine("tests", "bin", "Debug", "net10.0", "Acme.Tests.dll"),
            "--ListFullyQualifiedTests", $"--ListTestsTargetPath:{listed}");
        told.AssertSucceeded();
        return File.ReadAllLines(listed);
    }

    static string Reference(string project) =>
        $"""<ItemGroup><ProjectReference Include="../{project}.csproj" /></ItemGroup>""";

    static string Source() => File.ReadAllText(Path.Combine(
        Repository.Root, "tests", "StorageKit.Package.Tests", "Consumers", "Good", "AcmeCounter.cs"));
}
