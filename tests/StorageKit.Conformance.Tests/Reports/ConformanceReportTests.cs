using static StorageKit.Conformance.ClauseOutcome;

namespace StorageKit.Conformance.Tests.Reports;

public sealed class ConformanceReportTests
{
    [Theory]
    [InlineData("Core Concurrent FaultTolerant Durable", Passed, Passed, Passed, Passed, Passed)]
    [InlineData("Core Concurrent FaultTolerant", Passed, Passed, Passed, Passed, Failed)]
    [InlineData("Core", Passed, Passed, Inconclusive, Passed, Passed)]
    [InlineData("Core", Passed, NotApplicable, Untested, Passed, Passed)]
    [InlineData("Core", Passed, Passed, NotApplicable, Passed, Passed)]
    [InlineData("", Passed, Untested, Passed, Passed, Passed)]
    [InlineData("", Untested, Passed, Passed, Passed, Passed)]
    [InlineData("", Failed, Passed, Passed, Passed, Passed)]
    [InlineData("", NotApplicable, NotApplicable, Passed, Passed, Passed)]
    public void A_level_is_reached_with_those_below_it(
        string reached, ClauseOutcome fast, ClauseOutcome time, ClauseOutcome concurrent, ClauseOutcome network,
        ClauseOutcome crash)
    {
        var levels = SampleReport.OfLanes(fast, time, concurrent, network, crash).Levels();

        Assert.Equal(Enum.GetValues<Level>(), levels.Select(level => level.Level));
        Assert.Equal(reached, string.Join(' ', levels.Where(level => level.IsReached).Select(level => level.Level)));
    }

    [Fact]
    public void A_level_says_what_was_run_in_its_lanes()
    {
        var levels = SampleReport.OfLanes(Passed, Untested, Inconclusive, Failed, NotApplicable).Levels();

        Assert.Equal(
            [
                new(Level.Core, false, 1, 0, 1), new(Level.Concurrent, false, 0, 1, 0),
                new(Level.FaultTolerant, false, 0, 1, 0), new(Level.Durable, false, 0, 0, 0),
            ],
            levels);
    }

    [Theory]
    [InlineData(true, Passed, Untested, NotApplicable)]
    [InlineData(false, Passed, Failed)]
    [InlineData(false, Passed, Inconclusive)]
    public void An_undecided_clause_is_no_better_than_a_failed_one(
        bool hasNoFailure, params ClauseOutcome[] outcomes) =>
        Assert.Equal(hasNoFailure, SampleReport.OfLanes(outcomes).HasNoFailure);

    [Fact]
    public void The_counts_are_told_in_one_line() => Assert.Equal(
        "acme: 2 passed, 1 failed, 1 inconclusive, 0 not applicable, 1 untested, of 5 clauses",
        SampleReport.OfLanes(Passed, Passed, Failed, Inconclusive, Untested).ToString());

    [Fact]
    public void A_failure_explains_itself()
    {
        var lines = SampleReport.LostUpdate().Explain().Split('\n');

        Assert.Equal("RLC-05 " + ClauseCatalog.Get("RLC-05").Info.Sentence, lines[0]);
        Assert.Equal("LOST UPDATE: two callers own unit 1", lines[1]);
        Assert.Equal("  caller 1 #1 +1 -> 1 [0.000,0.020 ms]", lines[2]);
        Assert.Equal("  caller 2 #2 +1 -> 1 [0.010,0.030 ms]", lines[3]);
        Assert.Equal(
            $"Replay (seed 5): STORAGEKIT_REPLAY={new ReplayString("RLC-05", 5)} "
            + "dotnet test --filter \"clause=RLC-05\"",
            lines[4]);
        Assert.Equal(5, lines.Length);
    }
}
