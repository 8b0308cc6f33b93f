using StorageKit.Conformance.Tests.Mutants.Files;

namespace StorageKit.Conformance.Tests.Clauses;

/// <summary>What the mutants of the crash lane are made of is correct.</summary>
public sealed class CrashLaneTests
{
    [Theory]
    [InlineData("AUD-19")]
    [InlineData("AUD-20")]
    [InlineData("AUD-21")]
    [InlineData("AUD-22")]
    public Task A_log_in_a_file_of_lines_keeps(string clause) => KeepsAsync(FileDriver<FileLog>.Create(), clause);

    [Theory]
    [InlineData("SES-14")]
    [InlineData("SES-15")]
    [InlineData("GEN-21")]
    public Task Sessions_in_files_keep(string clause) =>
        KeepsAsync(FileDriver<FileSessions<FileTable>>.Create(), clause);

    [Theory]
    [InlineData("CRD-15")]
    [InlineData("CRD-16")]
    [InlineData("OBJ-23")]
    [InlineData("OBJ-24")]
    public Task Secrets_and_objects_in_files_keep(string clause) =>
        KeepsAsync(FileDriver<FileBytes<FileTable>>.Create(), clause);

    [Fact]
    public Task Registrations_in_files_survive() => KeepsAsync(FileDriver<FileAgents<FileTable>>.Create(), "LIF-14");

    [Fact]
    public Task Counts_in_files_survive() => KeepsAsync(FileDriver<FileCounter<FileTable>>.Create(), "RLC-26");

    [Fact]
    public async Task Without_a_method_to_register_the_driver_a_killed_process_is_untested()
    {
        var driver = FileDriver<FileLog>.Create();
        await using var harness = driver.Harness;
        var result = await ClauseRunner.RunAsync(
            ClauseCatalog.Get("AUD-19"), new(driver.Registry, driver.Name, harness), seed: 1);
        Assert.Equal(ClauseOutcome.Untested, result.Outcome);
        Assert.Contains("DriverUnderTest.Register is not set", result.Reason);
    }

    static async Task KeepsAsync(DriverUnderTest driver, string clause)
    {
        await using var harness = driver.Harness;
        var result = await ClauseRunner.RunAsync(ClauseCatalog.Get(clause), driver, seed: 1);
        Assert.True(result.Outcome == ClauseOutcome.Passed, $"{result.Outcome} {result.Explain()}");
    }
}
