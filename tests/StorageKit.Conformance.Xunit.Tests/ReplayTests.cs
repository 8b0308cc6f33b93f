using StorageKit.Conformance.Xunit.Suites;
using StorageKit.Conformance.Xunit.Tests.Running;

namespace StorageKit.Conformance.Xunit.Tests;

/// <summary>STORAGEKIT_REPLAY makes a generated suite run what a failure printed, and nothing else.</summary>
public sealed class ReplayTests : IDisposable
{
    public ReplayTests() => Set(null);

    [Fact]
    public async Task The_string_that_a_failure_prints_runs_it_alone()
    {
        var failed = (await XunitRun.RunClausesAsync(typeof(FrozenConformance), "GEN-23")).Of("GEN-23");
        Assert.Contains("IRateLimitCounter, operation 2, ", failed.Text);
        Set(failed.Text.Split($"{ReplayString.Variable}=")[1].Split(' ')[0]);

        var run = await XunitRun.RunClausesAsync(typeof(FrozenConformance), "GEN-23", "RLC-01", "RLC-02");

        Assert.Equal(failed, run.Of("GEN-23"));
        foreach (var other in new[] { "RLC-01", "RLC-02" })
            Assert.Equal(
                (TestEnd.Skipped, "untested: STORAGEKIT_REPLAY asks for GEN-23 alone"),
                (run.Of(other).End, run.Of(other).Text));
    }

    [Fact]
    public async Task A_mistyped_string_fails_every_clause_and_says_what_is_wrong()
    {
        Set("SK1-GEN23-AgMAAQAABgCWFVZB");

        var run = await XunitRun.RunClausesAsync(typeof(FrozenConformance), "GEN-23", "RLC-01");

        Assert.Equal((2, 2, 0), run.Counts);
        Assert.All(run.Outcomes, outcome => Assert.Contains(
            "STORAGEKIT_REPLAY: The replay string's checksum is wrong: it is mistyped or cut.", outcome.Text));
    }

    public void Dispose() => Set(null);

    static void Set(string? replay) => Environment.SetEnvironmentVariable(ReplayString.Variable, replay);
}
