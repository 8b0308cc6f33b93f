using Microsoft.CodeAnalysis;
using Microsoft.Data.Sqlite;
using StorageKit.Conformance;
using StorageKit.Generators.Tests.Conformance;
using StorageKit.Memory;

namespace StorageKit.Generators.Tests.Docs;

/// <summary>docs/writing-a-driver.md can be followed: its code compiles, its driver is certified, its section is read,
/// its failure is what the kit prints.</summary>
public sealed class WritingADriverTests
{
    const string DriverClass = "Acme.AcmeDriver";

    static readonly MarkdownPage Page = MarkdownPage.Read("docs", "writing-a-driver.md");
    static readonly string[] Blocks = Page.Blocks("csharp");
    static readonly MetadataReference Sqlite =
        MetadataReference.CreateFromFile(typeof(SqliteConnection).Assembly.Location);

    [Fact]
    public void Every_code_block_compiles_without_a_warning()
    {
        Assert.Equal(8, Blocks.Length);
        var kit = SuiteKit.Whole.WithAssembly(typeof(SqliteConnection).Assembly);
        Assert.All(Blocks[1..], block => kit.Run(Blocks[0], block).AssertCompiles());
    }

    [Fact]
    public async Task The_driver_keeps_every_clause_of_the_fast_time_and_concurrent_lanes()
    {
        using var scope = new SuiteScope();
        await using var harness = await HarnessAsync(scope);
        var (report, failures) = await LoadedDriver.CertifyAsync(
            new(Register(Blocks[0]), "acme", harness), Lane.Fast, Lane.Time, Lane.Concurrent);

        Assert.Empty(failures);
        Assert.All(
            report.Levels().Where(level => level.Level is Level.Core or Level.Concurrent),
            level => Assert.True(level.IsReached, level.Summary));
    }

    [Fact]
    public async Task The_failure_is_what_the_kit_prints_of_a_driver_that_keeps_the_old_session()
    {
        using var scope = new SuiteScope();
        await using var harness = await HarnessAsync(scope);
        Assert.Contains("INSERT OR REPLACE", Blocks[0]);
        var broken = new DriverUnderTest(
            Register(Blocks[0].Replace("INSERT OR REPLACE", "INSERT OR IGNORE")), "acme", harness);

        var printed = await LoadedDriver.ExplainAsync(broken, "GEN-23");

        Assert.Equal(Assert.Single(Page.Blocks("text")), printed + "\n");
        Assert.Contains(
            $"{ReplayString.Variable}={printed.Split($"{ReplayString.Variable}=")[1].Split(' ')[0]} dotnet test",
            string.Concat(Page.Blocks("console")));
    }

    [Fact]
    public void The_sections_fit_the_driver()
    {
        var registry = Register(Blocks[0]).AddMemory();

        Assert.All(
            Page.Blocks("toml"), block => Assert.Empty(
                registry.Validate(StorageConfig.Parse(block)).Select(error => error.ToString())));
        Assert.Equal(
            "path", Assert.Single(registry.ValidateSection("acme")).ToString().Split('"')[1]);
    }

    static Registry Register(string source) => LoadedDriver.Register(source, DriverClass, Sqlite);

    static ValueTask<DriverHarness> HarnessAsync(SuiteScope scope) =>
        SqliteFile.Harness(scope, file => $"path = '{file}'");
}
