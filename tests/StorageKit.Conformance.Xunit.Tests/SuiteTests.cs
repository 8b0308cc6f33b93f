using StorageKit.Conformance.Xunit.Suites;
using StorageKit.Conformance.Xunit.Tests.Running;

namespace StorageKit.Conformance.Xunit.Tests;

/// <summary>What xunit shows of a generated suite.</summary>
public sealed class SuiteTests
{
    [Fact]
    public async Task A_clause_that_the_driver_keeps_passes()
    {
        var run = await XunitRun.RunClausesAsync(typeof(FrozenConformance), "RLC-01");

        Assert.Equal(new("RLC01_FreshKeyReadsZero", "RLC-01", TestEnd.Passed, ""), Assert.Single(run.Outcomes));
        Assert.Equal((1, 0, 0), run.Counts);
    }

    [Fact]
    public async Task A_clause_that_the_driver_breaks_fails_and_explains_itself()
    {
        var run = await XunitRun.RunClausesAsync(typeof(FrozenConformance), "RLC-05");

        var failed = Assert.Single(run.Outcomes);
        Assert.Equal(TestEnd.Failed, failed.End);
        var lines =
            failed.Text.Split('\n').SkipWhile(line => !line.Contains("RLC-05", StringComparison.Ordinal)).ToList();
        Assert.EndsWith(ClauseCatalog.Get("RLC-05").ToString(), lines[0]);
        Assert.Matches(@"^  caller \d+ #\d+ \+\d+ -> \d+ \[[\d.]+,[\d.]+ ms\]$", lines[^3]);
        Assert.Matches(
            @"^Replay \(seed 1\): STORAGEKIT_REPLAY=SK1-RLC05-[\w-]+ dotnet test --filter ""clause=RLC-05""$",
            lines[^2]);
        Assert.Equal($"Report: {new StatementFiles("frozen", typeof(FrozenConformance).FullName!).Page}", lines[^1]);
    }

    [Fact]
    public async Task A_driver_that_breaks_its_clauses_turns_its_suite_red()
    {
        var run = await XunitRun.RunAsync(_ => true, typeof(FrozenConformance));

        Assert.InRange(run.Counts.Failed, 8, run.Counts.Total - run.Counts.Skipped - 1);
        foreach (var clause in new[] { "RLC-02", "RLC-05", "GEN-23" })
            Assert.Equal(TestEnd.Failed, run.Of(clause).End);
    }

    [Fact]
    public async Task A_clause_that_could_not_be_tried_is_skipped_with_the_reason()
    {
        var run = await XunitRun.RunClausesAsync(typeof(FrozenConformance), "RLC-16", "AUD-01");

        Assert.Equal(
            (TestEnd.Skipped, "untested: the driver takes no TimeProvider and the harness is no IClockControl"),
            End(run, "RLC-16"));
        Assert.Equal((TestEnd.Skipped, "not applicable: the driver has no IAuditSink"), End(run, "AUD-01"));
        Assert.Equal((2, 0, 2), run.Counts);
    }

    [Fact]
    public async Task A_deviation_that_still_fails_is_skipped_with_its_reason()
    {
        var run = await XunitRun.RunClausesAsync(typeof(DeviatingConformance), "RLC-02");

        var (end, text) = End(run, "RLC-02");
        Assert.Equal(TestEnd.Skipped, end);
        Assert.StartsWith("deviates: It never counts. (", text);
        Assert.Equal((1, 0, 1), run.Counts);
    }

    [Fact]
    public async Task A_deviation_that_is_none_any_more_fails()
    {
        var run = await XunitRun.RunClausesAsync(typeof(DeviatingConformance), "RLC-01");

        var (end, text) = End(run, "RLC-01");
        Assert.Equal(TestEnd.Failed, end);
        Assert.Contains(
            "RLC-01 is declared as a deviation (\"It once read 7.\"), but the driver keeps it. "
            + "Remove the [Deviates].", text);
    }

    [Theory]
    [InlineData("lane", "load")]
    [InlineData("contract", "audit_sink")]
    public async Task A_trait_selects_the_clauses_that_have_it(string trait, string value)
    {
        var run = await XunitRun.RunAsync(
            test => test.Traits.TryGetValue(trait, out var own) && own.Contains(value), typeof(FrozenConformance));

        var expected = ClauseCatalog.All.Where(clause =>
            (trait == "lane" ? clause.Info.Lane.ToString() : clause.Id[..4]) == (trait == "lane" ? "Load" : "AUD-"))
                .Select(clause => clause.Id);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal), run.Outcomes.Select(outcome => outcome.Clause)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_suite_that_fits_the_kit_is_accounted_for()
    {
        var run = await XunitRun.RunAsync(_ => true, typeof(LoggedConformance));

        Assert.Equal(TestEnd.Passed, run.Outcomes.Single(outcome => outcome.Clause.Length == 0).End);
        Assert.Equal(
            ClauseCatalog.All.Select(clause => clause.Id).Order(StringComparer.Ordinal),
            run.Outcomes.Select(outcome => outcome.Clause).Where(id => id.Length > 0).Order(StringComparer.Ordinal));
        Assert.Equal(run.Outcomes.Count, run.Counts.Total);
        Assert.Equal(run.Outcomes.Count(outcome => outcome.End == TestEnd.Skipped), run.Counts.Skipped);
        var folder = Assert.Single(LoggedConformance.Log.Folders);
        Assert.Equal(1, LoggedConformance.Log.Disposals);
        Assert.True(LoggedConformance.Log.HadFolderAtTheEnd);
        Assert.False(Directory.Exists(folder));
    }

    static (TestEnd End, string Text) End(XunitRun run, string clause) => (run.Of(clause).End, run.Of(clause).Text);
}
