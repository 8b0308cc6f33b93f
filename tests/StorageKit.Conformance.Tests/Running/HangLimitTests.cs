using System.Diagnostics;
using StorageKit.Conformance.Tests.Mutants;

namespace StorageKit.Conformance.Tests.Running;

/// <summary>A driver that hangs wherever it is asked does not take a deadline for each clause.</summary>
public sealed class HangLimitTests
{
    static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("constructor", true, "the driver hangs while its section is opened: the check did not end within 1 s")]
    [InlineData("method", true, "the driver hangs: the check did not end within 1 s")]
    [InlineData("method", false, "the driver hangs: the check did not end within 1 s")]
    [InlineData("disposal", true, "the driver hangs while its section is disposed: the check did not end within 1 s")]
    [InlineData("disposal", false, "the driver hangs while its section is disposed: the check did not end within 1 s")]
    public async Task After_three_hangs_the_rest_fails_at_once_and_names_them(string place, bool blocks, string reason)
    {
        var driver = MutantDriver.Create(
            typeof(HangingEverywhere), shared: false, new HangingPlace(place, blocks));
        string[] ids = ["RLC-01", "RLC-02", "RLC-13", "RLC-04", "GEN-01", "LIF-01"];
        var watch = Stopwatch.StartNew();

        List<ClauseResult> results = [];
        foreach (var id in ids)
            results.Add(await ClauseRunner.RunAsync(ClauseCatalog.Get(id), driver, 1, s_deadline, default));

        Assert.All(
            results[..3], result => Assert.Equal((ClauseOutcome.Failed, reason), (result.Outcome, result.Reason)));
        Assert.All(results[3..5], result => Assert.Equal(
            (ClauseOutcome.Failed, "not tried: the driver hung in RLC-01, RLC-02, RLC-13; repair these first"),
            (result.Outcome, result.Reason)));
        Assert.Equal(ClauseOutcome.NotApplicable, results[5].Outcome);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
