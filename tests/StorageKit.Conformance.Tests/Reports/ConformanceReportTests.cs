using StorageKit.Conformance.Tests.Mutants;
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
    [InlineData("Core Concurrent", Passed, Passed, Passed, Deviating, Passed)]
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
                new(Level.Core, false, 1, 0, 1) { Obstacle = "nothing of the time lane was run" },
                new(Level.Concurrent, false, 0, 1, 0) { Obstacle = "1 failed" },
                new(Level.FaultTolerant, false, 0, 1, 0) { Obstacle = "1 failed" },
                new(Level.Durable, false, 0, 0, 0) { NotApplicable = 1, Obstacle = "none of it applies" },
            ],
            levels);
    }

    [Fact]
    public void A_level_that_is_reached_with_clauses_untested_says_so()
    {
        var core = OfFast(Passed, Untested).Levels()[0];

        Assert.True(core is { IsReached: true, Untested: 1, NotSelected: 0 });
        Assert.Equal("reached, but 1 untested", core.Summary);
    }

    [Fact]
    public void A_level_is_not_reached_while_clauses_of_it_were_left_out_of_the_session()
    {
        var report = OfFast(Passed, Untested);

        var core = (report with
        {
            Results = [.. report.Results.Select(result => result with { IsSelected = result.Outcome != Untested })],
        }).Levels()[0];

        Assert.True(core is { IsReached: false, Untested: 1, NotSelected: 1 });
        Assert.Equal("not reached: 1 not run in this session", core.Summary);
    }

    [Fact]
    public void A_level_above_one_that_is_not_reached_says_which() => Assert.Equal(
        "not reached: Core is not", SampleReport.OfLanes(Failed, Passed, Passed, Passed, Passed).Levels()[1].Summary);

    [Fact]
    public void A_deviation_is_no_failure_and_reaches_no_level()
    {
        var report = OfFast(Passed, Deviating);

        Assert.True(report.HasNoFailure);
        Assert.True(report.Levels()[0] is { IsReached: false, Deviating: 1, Failed: 0 });
        Assert.Equal("not reached: 1 deviating", report.Levels()[0].Summary);
    }

    [Fact]
    public async Task Lanes_that_were_not_chosen_are_untested_and_decide_no_level()
    {
        var report = await Certification.RunAsync(
            MutantDriver.Create(typeof(Running.FrozenCounter), shared: false), [Lane.Load], seed: 1);

        Assert.DoesNotContain(report.Results, result => result.Outcome == Passed && result.Clause.Info.Lane != Lane.Load);
        var tile = report.Results.Single(result => result.Clause.Id == "RLC-05");
        Assert.Equal(
            (Untested, false, "not selected: the Concurrent lane was not chosen"),
            (tile.Outcome, tile.IsSelected, tile.Reason));
        Assert.Equal(NotApplicable, report.Results.Single(result => result.Clause.Id == "AUD-01").Outcome);
        Assert.All(report.Levels(), level => Assert.False(level.IsReached));
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

    static ConformanceReport OfFast(params ClauseOutcome[] fast) => SampleReport.Of(
    [
        .. ClauseCatalog.All.Where(clause => clause.Info.Lane == Lane.Fast)
            .Zip(fast, (clause, outcome) => SampleReport.Result(clause, outcome, "why")),
        SampleReport.Result(ClauseCatalog.Get("RLC-16"), Passed, ""),
    ]);

    [Fact]
    public void A_failure_names_the_fault_it_happened_under_and_the_page_that_shows_it()
    {
        var failure = SampleReport.LostUpdate() with { Page = "/reports/acme.html" };
        var history = failure.History!;
        var tick = System.Diagnostics.Stopwatch.Frequency / 1_000_000;

        var lines = (failure with
        {
            History = new(
                history.Header, history.Operations,
                [new("black hole", 5 * tick, 15 * tick), new("later", 40 * tick, 50 * tick)]),
        }).Explain().Split('\n');

        Assert.Equal("  during the fault black hole [0.005,0.015 ms]", lines[4]);
        Assert.Equal("Report: /reports/acme.html", lines[^1]);
        Assert.Equal(7, lines.Length);
    }

    [Fact]
    public void A_long_witness_is_cut_and_says_so()
    {
        var failure = SampleReport.LostUpdate();

        var lines = (failure with { Witness = [.. Enumerable.Repeat(failure.Witness[0], 8)] }).Explain().Split('\n');

        Assert.Equal("  and 2 more operations, of 3 in all", lines[8]);
    }

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
