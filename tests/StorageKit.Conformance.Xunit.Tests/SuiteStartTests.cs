using StorageKit.Conformance.Xunit.Suites;
using StorageKit.Conformance.Xunit.Tests.Running;

namespace StorageKit.Conformance.Xunit.Tests;

/// <summary>Backends that do not start or end, and backends side by side.</summary>
public sealed class SuiteStartTests
{
    [Fact]
    public async Task A_start_that_throws_fails_each_clause_once_it_was_tried_and_leaves_no_folder()
    {
        var before = ThrowingConformance.Log.Folders.Count; // another test starts this suite, too
        var run = await XunitRun.RunClausesAsync(typeof(ThrowingConformance), "RLC-01", "RLC-02");

        Assert.Equal(2, run.Outcomes.Count);
        Assert.All(run.Outcomes, outcome =>
        {
            Assert.Equal(TestEnd.Failed, outcome.End);
            Assert.Contains("The suite's StartAsync threw InvalidOperationException: port 5432 is taken", outcome.Text);
        });
        Assert.False(Directory.Exists(Assert.Single(ThrowingConformance.Log.Folders.Skip(before))));
    }

    [Fact]
    public async Task A_start_that_hangs_fails_each_clause_and_what_starts_late_is_ended()
    {
        var run = await XunitRun.RunClausesAsync(typeof(HangingConformance), "RLC-01", "RLC-02");

        Assert.Equal(2, run.Outcomes.Count);
        Assert.All(run.Outcomes, outcome =>
        {
            Assert.Equal(TestEnd.Failed, outcome.End);
            Assert.Contains("The suite's StartAsync did not end within 0.25 s.", outcome.Text);
        });
        HangingConformance.Late.SetResult();
        await HangingConformance.Log.Disposed.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.IsType<ObjectDisposedException>(HangingConformance.Refused);
        Assert.False(Directory.Exists(Assert.Single(HangingConformance.Log.Folders)));
    }

    [Fact]
    public async Task An_end_that_hangs_is_told_and_keeps_neither_the_run_nor_the_folder()
    {
        var run = await XunitRun.RunClausesAsync(typeof(LingeringConformance), "RLC-01");

        Assert.Equal(TestEnd.Passed, run.Of("RLC-01").End);
        var told = Assert.Single(run.Outcomes, outcome => outcome.Clause == "");
        Assert.Equal(TestEnd.Failed, told.End);
        Assert.Contains("The suite's harness was not disposed within 0.25 s", told.Text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Assert.Single(LingeringConformance.Log.Folders)));
    }

    [Fact]
    public async Task Suites_run_in_parallel_and_share_nothing()
    {
        var run = await XunitRun.RunAsync(
            XunitRun.IsOf("RLC-01", "RLC-02"), typeof(FirstConformance), typeof(SecondConformance));

        Assert.Equal(2, run.Outcomes.Count(outcome => outcome.End == TestEnd.Passed));
        Assert.Equal(2, run.Outcomes.Count(outcome => outcome.End == TestEnd.Failed));
        var folders = Meeting.Logs.Select(log => Assert.Single(log.Folders)).ToList();
        Assert.Equal(2, folders.Distinct().Count());
        Assert.All(Meeting.Logs, log => Assert.True(log is { Disposals: 1, HadFolderAtTheEnd: true }));
        Assert.All(folders, folder => Assert.False(Directory.Exists(folder)));
    }
}
