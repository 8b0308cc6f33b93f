using StorageKit.Conformance.Tests.Drivers;
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

    [Fact]
    public async Task Faults_of_a_network_are_not_applicable_to_a_driver_in_this_process()
    {
        var result = await RunAsync("GEN-10", Memory(""));
        Assert.Equal(ClauseOutcome.NotApplicable, result.Outcome);
        Assert.Equal("the driver has no network backend: all its stores are ProcessLocal", result.Reason);
    }

    [Fact]
    public async Task Faults_of_a_network_are_not_applicable_to_a_driver_that_keeps_files()
    {
        await using var backend = new SqliteBackend();
        var result = await RunAsync("GEN-12", backend.Driver);
        Assert.Equal(ClauseOutcome.NotApplicable, result.Outcome);
        Assert.Equal("the driver has no network backend: it keeps files in a folder", result.Reason);
    }

    [Fact]
    public async Task Faults_of_a_network_are_untested_where_the_backend_cannot_be_reached()
    {
        await using var backend = new WireBackend();
        var bare = new DriverUnderTest(
            backend.Driver.Registry, backend.Driver.Name, new DriverHarness(backend.Driver.Harness.Section));
        Assert.Equal("the harness has no IBackendEndpoint and no IBackendControl", await UntestedAsync("GEN-10"));
        Assert.Equal("the harness has no IBackendEndpoint and no IBackendControl", await UntestedAsync("LIF-12"));

        async Task<string> UntestedAsync(string id)
        {
            var result = await RunAsync(id, bare);
            Assert.Equal(ClauseOutcome.Untested, result.Outcome);
            return result.Reason;
        }
    }

    [Fact]
    public async Task A_driver_that_does_not_go_through_the_proxy_is_not_judged_by_it()
    {
        await using var backend = new WireBackend();
        var harness = new DriverHarness(backend.Driver.Harness.Section, new Elsewhere(backend));
        var result = await RunAsync(
            "GEN-10", new DriverUnderTest(backend.Driver.Registry, backend.Driver.Name, harness));
        Assert.Equal(ClauseOutcome.Inconclusive, result.Outcome);
        Assert.StartsWith("the driver did not connect to the proxy", result.Reason);
    }

    sealed class Elsewhere(WireBackend backend) : IBackendEndpoint
    {
        public string Host => backend.Server.Host;

        public int Port => backend.Server.Port;

        public string SectionAt(string host, int port) => backend.Driver.Harness.Section;
    }

    static DriverUnderTest Memory(string section) =>
        new(new Registry().Add(MemoryDriver.Registration), MemoryDriver.Name, new DriverHarness(section));

    static Task<ClauseResult> RunAsync(string id, DriverUnderTest driver) =>
        ClauseRunner.RunAsync(ClauseCatalog.Get(id), driver, seed: 1);
}
