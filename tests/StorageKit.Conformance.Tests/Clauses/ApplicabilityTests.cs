using StorageKit.Conformance.Tests.Mutants;
using StorageKit.Conformance.Tests.Mutants.Lifecycle;
using StorageKit.Memory;

namespace StorageKit.Conformance.Tests.Clauses;

/// <summary>What a driver has not promised is not held against it, and what could not be tried does not count for it.
/// </summary>
public sealed class ApplicabilityTests
{
    [Fact]
    public async Task A_clause_about_an_option_is_not_applicable_to_a_driver_that_does_not_take_it()
    {
        var result = await RunAsync("LIF-10", MutantDriver.Create(typeof(LockedLifecycle)));
        Assert.Equal(ClauseOutcome.NotApplicable, result.Outcome);
        Assert.Equal("the driver's section does not take agent_ttl = '10m'", result.Reason);
    }

    [Theory]
    [InlineData("LIF-10", "agent_ttl = '1h'")]
    [InlineData("AUD-14", "enforce_chain = false")]
    public async Task A_clause_about_an_option_is_untested_when_the_harness_sets_it_otherwise(string id, string section)
    {
        var result = await RunAsync(id, Memory(section));
        Assert.Equal(ClauseOutcome.Untested, result.Outcome);
    }

    [Fact]
    public async Task An_option_is_added_to_what_the_harness_says()
    {
        Assert.Equal(ClauseOutcome.Passed, (await RunAsync("LIF-10", Memory("session_ttl = '1h'"))).Outcome);
        Assert.Equal(ClauseOutcome.Passed, (await RunAsync("AUD-14", Memory("agent_ttl = '1h'"))).Outcome);
    }

    static DriverUnderTest Memory(string section) =>
        new(new Registry().Add(MemoryDriver.Registration), MemoryDriver.Name, new DriverHarness(section));

    static Task<ClauseResult> RunAsync(string id, DriverUnderTest driver) =>
        ClauseRunner.RunAsync(ClauseCatalog.Get(id), driver, seed: 1);
}
