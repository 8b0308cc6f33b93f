using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants;

/// <summary>Lanes are separate: what takes two callers at once to be seen survives the fast lane, and only that.
/// </summary>
public sealed class CanaryTests
{
    [Fact]
    public async Task A_race_survives_the_fast_lane()
    {
        var report = await RunAsync(Lane.Fast);

        Assert.DoesNotContain(report.Results, result => result.Outcome == ClauseOutcome.Failed);
        Assert.Contains(report.Results, result => result is { Clause.Id: "RLC-02", Outcome: ClauseOutcome.Passed });
        Assert.Contains(
            report.Results,
            result => result is { Clause.Id: "RLC-05", Outcome: ClauseOutcome.Untested, Reason: "the Concurrent lane was not chosen" });
    }

    [Fact]
    public async Task The_concurrent_lane_sees_it()
    {
        var report = await RunAsync(Lane.Concurrent);

        Assert.Contains(report.Results, result => result is { Clause.Id: "RLC-05", Outcome: ClauseOutcome.Failed });
    }

    static Task<ConformanceReport> RunAsync(Lane lane) =>
        Certification.RunAsync(MutantDriver.Create(typeof(AtomicAddButTotalReadSeparately)), [lane], seed: 1);
}
