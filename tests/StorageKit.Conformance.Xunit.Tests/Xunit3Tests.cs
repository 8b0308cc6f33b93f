using StorageKit.Conformance.Xunit.Tests.Running;

namespace StorageKit.Conformance.Xunit.Tests;

/// <summary>What xunit 3 shows of the suites that xunit 2 runs, too.</summary>
public sealed class Xunit3Tests
{
    const string Frozen = "FrozenConformance";

    [Theory]
    [InlineData("clause=RLC-05")]
    [InlineData("contract=rate_limit_counter")]
    [InlineData("contract=IRateLimitCounter")]
    [InlineData("lane=time")]
    [InlineData("driver=frozen")]
    public async Task A_trait_selects_the_same_clauses_as_with_xunit_2(string trait)
    {
        var (name, value) = (trait.Split('=')[0], trait.Split('=')[1]);

        var three = await SuiteProgram.RunAsync(Frozen, null, "-trait", trait);
        var two = await XunitRun.RunAsync(
            test => test.Traits.TryGetValue(name, out var own) && own.Contains(value),
            typeof(Suites.FrozenConformance));

        Assert.NotEmpty(two.Outcomes);
        Assert.Equal(Ends(two.Outcomes), Ends(three!));
    }

    [Fact]
    public async Task A_skip_that_is_known_only_at_run_time_has_its_reason()
    {
        var run = await SuiteProgram.RunAsync(Frozen, null, "-trait", "clause=RLC-16");

        Assert.Equal(
            [(TestEnd.Skipped, "untested: the driver takes no TimeProvider and the harness is no IClockControl")],
            run!.Select(outcome => (outcome.End, outcome.Text)));
    }

    [Fact]
    public async Task A_deviation_is_skipped_while_it_fails_and_fails_when_it_is_none()
    {
        var run = await SuiteProgram.RunAsync(
            "DeviatingConformance", null, "-trait", "clause=RLC-01", "-trait", "clause=RLC-02");

        var kept = run!.Single(outcome => outcome.Clause == "RLC-01");
        Assert.Equal(TestEnd.Failed, kept.End);
        Assert.Contains("Remove the [Deviates].", kept.Text);
        var deviating = run!.Single(outcome => outcome.Clause == "RLC-02");
        Assert.Equal(TestEnd.Skipped, deviating.End);
        Assert.StartsWith("deviates: It never counts. (", deviating.Text);
    }

    [Fact]
    public async Task The_whole_suite_of_the_memory_driver_is_green()
    {
        var run = await SuiteProgram.RunAsync("MemoryConformance", null);

        Assert.Equal(ClauseCatalog.All.Count + 1, run!.Count);
        Assert.Empty(run.Where(outcome => outcome.End == TestEnd.Failed).Select(outcome => outcome.Text));
        Assert.All(
            run.Where(outcome => outcome.End == TestEnd.Skipped),
            outcome => Assert.Matches("^(untested|not applicable): .", outcome.Text));
    }

    static IEnumerable<(string Clause, TestEnd End)> Ends(IEnumerable<TestOutcome> outcomes) =>
        outcomes.Select(outcome => (outcome.Clause, outcome.End)).Order();
}
