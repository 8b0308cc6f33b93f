using System.Text.RegularExpressions;
using StorageKit.Conformance;
using StorageKit.Generators.Tests.Conformance;

namespace StorageKit.Generators.Tests.Docs;

/// <summary>What the README shows is compiled as it stands there, its driver is held against the clauses, and its
/// failure is one that the kit prints.</summary>
public sealed partial class ReadmeTests
{
    static readonly MarkdownPage Readme = MarkdownPage.Read("README.md");
    static readonly string[] Blocks = Readme.Blocks("csharp");

    [Fact]
    public void Every_code_block_compiles_without_a_warning()
    {
        Assert.Equal(3, Blocks.Length);
        Kit.Build("ReadmeDriver", Blocks[0]);
        SuiteKit.Whole.Run(Blocks[0], Blocks[1]).AssertCompiles();
        Kit.Build("ReadmeApplication", Blocks[2]);
    }

    [Fact]
    public async Task The_smallest_driver_keeps_every_clause_that_is_run()
    {
        var (report, failures) = await LoadedDriver.CertifyAsync(Tally(Blocks[0]));

        Assert.Empty(failures);
        Assert.InRange(report.Count(ClauseOutcome.Passed), 25, report.Results.Count);
    }

    [Fact]
    public async Task The_failure_is_what_the_kit_prints_of_the_driver_that_lets_go_of_its_lock()
    {
        var shown = Readme.Blocks("text").Single(block => block.StartsWith("RLC-05", StringComparison.Ordinal));
        const string store = "            tally.Windows[(tenant, key)] = (total, opened, length);";
        Assert.Contains(store, Blocks[0]);
        var broken = Blocks[0].Replace(
            store, $"            Monitor.Exit(tally); Thread.Yield(); Monitor.Enter(tally);\n{store}");

        var printed = await LoadedDriver.ExplainAsync(Tally(broken), "RLC-05");

        // Who loses what to whom, and when, is another in each run.
        Assert.Equal(Shape(shown), Shape(printed + "\n"));
        Assert.Equal(shown.Split("\nReplay")[1], (printed + "\n").Split("\nReplay")[1]);
    }

    [Fact]
    public void The_table_of_clauses_counts_them()
    {
        var groups = ClauseCatalog.All.GroupBy(clause => clause.Id[..3]).ToList();

        Assert.All(groups, group => Assert.Single(
            Readme.Lines, line => line.StartsWith($"| {group.Key} | ", StringComparison.Ordinal)
                && line.EndsWith($" | {group.Count()} |", StringComparison.Ordinal)));
        Assert.Contains(
            Readme.Lines, line => line.Contains($"there are {ClauseCatalog.All.Count}.", StringComparison.Ordinal));
    }

    static DriverUnderTest Tally(string source) =>
        new(LoadedDriver.Register(source, "TallyDriver"), "tally", new DriverHarness());

    static string Shape(string failure) => Number().Replace(failure.Split("\nReplay")[0], "N");

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
