using System.Text.RegularExpressions;
using StorageKit.Package.Tests.Packing;
using StorageKit.Package.Tests.Processes;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>An author's way: <c>dotnet new</c>, build, red, fill in, green.</summary>
[Collection(nameof(PackedFeed))]
public sealed partial class TemplateTests(PackedFeed feed)
{
    const string NotWritten = "is not written yet";

    // Nothing that waits for a server or kills a process: it is about the template.
    const string Lanes = "lane=fast|lane=concurrent";

    [Fact]
    public async Task A_new_driver_builds_is_red_where_it_is_not_written_and_green_when_it_is()
    {
        var folder = await NewAsync("acme", "Acme", "--contracts", "sessions");
        Assert.Equal(
            ["Backend.cs", "Options.cs", "SessionStore.cs"],
            Directory.GetFiles(Path.Combine(folder, "Acme"), "*.cs").Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));
        var red = await SuiteAsync(folder, "red");
        Assert.Contains(red, result => result.Outcome == "Failed");
        Assert.All(
            red.Where(result => result.Outcome == "Failed"),
            result => Assert.Matches($"{NotWritten}|StorageException Backend", result.Message));
        Assert.Contains(red, result => result.Name.StartsWith("CFG-", StringComparison.Ordinal) && result.Outcome == "Passed");

        // What docs/writing-a-driver.md says, which has the same options.
        foreach (var name in new[] { "Backend.cs", "Options.cs", "SessionStore.cs" })
            File.Delete(Path.Combine(folder, "Acme", name));
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "writing-a-driver.md"));
        File.WriteAllText(Path.Combine(folder, "Acme", "Acme.cs"), Code().Match(page).Groups[1].Value);
        (await DotnetCommand.RunAsync(
            Path.Combine(folder, "Acme"), "add", "package", "Microsoft.Data.Sqlite", "--version", "10.0.14"))
            .AssertSucceeded();
        var green = await SuiteAsync(folder, "green");
        Assert.All(
            green.Where(result => result.Outcome != "NotExecuted"),
            result => Assert.True(result.Outcome == "Passed", $"{result.Name}\n{result.Message}"));
        Assert.Contains(green, result => result.Name.StartsWith("SES-", StringComparison.Ordinal) && result.Outcome == "Passed");
        Assert.True(File.Exists(Assert.Single(
            Directory.GetFiles(folder, "*.html", SearchOption.AllDirectories),
            path => path.Contains(Path.Combine("conformance", "acme"), StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Every_contract_can_be_chosen_and_the_drivers_name_given()
    {
        var folder = await NewAsync(
            "all", "Acme.Coffee-Store", "--driver", "coffee", "--contracts", "policies", "--contracts", "audit",
            "--contracts", "sessions", "--contracts", "credentials", "--contracts", "counters", "--contracts", "lifecycle",
            "--contracts", "objects");
        var built = await DotnetCommand.RunAsync(folder, "build", "-warnaserror", "-m:1", "-nologo", "-v:q");
        built.AssertSucceeded();
        var suite = File.ReadAllText(Path.Combine(
            folder, "Acme.Coffee-Store.Tests", "DriverConformance.cs"));
        Assert.Contains("[ConformanceSuite(\"coffee\")]", suite, StringComparison.Ordinal);
        Assert.Equal(9, Directory.GetFiles(Path.Combine(folder, "Acme.Coffee-Store"), "*.cs").Length);
        Assert.DoesNotContain(
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => Path.GetExtension(path) is ".cs" or ".csproj" or ".md" or ".slnx"),
            path => File.ReadAllText(path).Contains("emplate", StringComparison.Ordinal));
    }

    /// <returns>The folder that the template made.</returns>
    async Task<string> NewAsync(string folder, string name, params string[] arguments)
    {
        var consumer = await ConsumerFolder.CreateAsync(feed, $"template-{folder}");
        var hive = Path.Combine(feed.Root, $"hive-{folder}");
        var package = Path.Combine(feed.Folder, $"StorageKit.Templates.{feed.Version}.nupkg");
        (await DotnetCommand.RunAsync(consumer.Path, "new", "install", package, "--debug:custom-hive", hive))
            .AssertSucceeded();
        (await DotnetCommand.RunAsync(
            consumer.Path, ["new", "storagekit-driver", "-n", name, "--debug:custom-hive", hive, .. arguments]))
            .AssertSucceeded();
        return Path.Combine(consumer.Path, name);
    }

    static async Task<IReadOnlyList<SuiteResult>> SuiteAsync(string folder, string name)
    {
        var tested = await DotnetCommand.RunAsync(
            folder, "test", "-m:1", "-nologo", "-v:q", "--filter", Lanes, "--logger", $"trx;LogFileName={name}.trx",
            "--results-directory", "results");
        var trx = Path.Combine(folder, "results", $"{name}.trx");
        if (!File.Exists(trx)) tested.AssertSucceeded();
        return SuiteResult.Read(trx);
    }

    [GeneratedRegex("```csharp\n(using Microsoft.Data.Sqlite;\n.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
