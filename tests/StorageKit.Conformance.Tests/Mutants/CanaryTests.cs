using StorageKit.Conformance.Tests.Mutants.Policy;

namespace StorageKit.Conformance.Tests.Mutants;

/// <summary>Lanes are separate: what takes two callers at once to be seen survives the fast lane, and only that.
/// </summary>
public sealed class CanaryTests
{
    [Fact]
    public async Task A_race_survives_the_fast_lane()
    {
        var report = await RunAsync(Lane.Fast);

        var failed = report.Results.Where(result => result.Outcome == ClauseOutcome.Failed);
        Assert.Equal("", string.Join('\n', failed.Select(result => result.Explain())));
        Assert.Contains(report.Results, result => result is { Clause.Id: "POL-01", Outcome: ClauseOutcome.Passed });
        var notRun = report.Results.Single(result => result.Clause.Id == "POL-10");
        Assert.Equal((ClauseOutcome.Untested, "the Concurrent lane was not chosen"), (notRun.Outcome, notRun.Reason));
    }

    [Fact]
    public async Task The_concurrent_lane_sees_it()
    {
        var report = await RunAsync(Lane.Concurrent);

        var seen = report.Results.Single(result => result.Clause.Id == "POL-10");
        Assert.Equal(ClauseOutcome.Failed, seen.Outcome);
        Assert.Contains("MIXED VERSIONS", seen.Reason);
    }

    static Task<ConformanceReport> RunAsync(Lane lane) =>
        Certification.RunAsync(MutantDriver.Create(typeof(ReadsTheDocumentInTwoSteps)), [lane], seed: 1);
}
