using StorageKit.Conformance.Xunit.Tests.Running;

namespace StorageKit.Conformance.Xunit.Tests;

/// <summary>A driver that kills the process that tests it.</summary>
public sealed class KilledProcessTests
{
    const string Suite = "KillingConformance";

    [Theory]
    [InlineData("fail-fast")]
    [InlineData("stack-overflow")]
    [InlineData("kill")]
    [InlineData("exit")]
    public async Task The_next_run_names_the_clause_and_leaves_nothing_behind(string way)
    {
        var before = Folders();

        var died = await SuiteProgram.RunAsync(Suite, ("STORAGEKIT_TEST_KILL", way), "-trait", "contract=rate_limit_counter");

        Assert.Null(died);
        var mark = Assert.Single(Marks());
        var lines = await File.ReadAllLinesAsync(mark);
        Assert.Contains(lines[0], ClauseCatalog.All.Select(clause => clause.Id));
        Assert.StartsWith(Path.Combine(Path.GetTempPath(), "storagekit-"), lines[1]);

        var next = await SuiteProgram.RunAsync(Suite, null, "-trait", $"clause={lines[0]}");

        var named = Assert.Single(next!);
        Assert.Equal((lines[0], TestEnd.Failed), (named.Clause, named.End));
        Assert.Contains("an earlier run of the suite died while this clause ran", named.Text);
        Assert.Empty(Marks());
        Assert.Empty(Folders().Except(before));

        var third = await SuiteProgram.RunAsync(Suite, null, "-trait", $"clause={lines[0]}");
        Assert.DoesNotContain("died", Assert.Single(third!).Text);
    }

    static IEnumerable<string> Marks() => Directory.EnumerateFiles(SuiteProgram.Folder, $"*.{Suite}.*.running");

    /// <summary>The folders that this suite, and no other that may run now, has left.</summary>
    static HashSet<string> Folders() =>
    [
        .. Directory.EnumerateDirectories(Path.GetTempPath(), "storagekit-*")
            .Where(folder => File.Exists(Path.Combine(folder, "killing"))),
    ];
}
