using StorageKit.Conformance.Tests.Drivers;
using StorageKit.Conformance.Tests.Mutants;
using StorageKit.Conformance.Tests.Mutants.Audit;
using StorageKit.Conformance.Tests.Mutants.Credential;
using StorageKit.Conformance.Tests.Mutants.Lifecycle;
using StorageKit.Conformance.Tests.Mutants.Objects;
using StorageKit.Conformance.Tests.Mutants.Policy;
using StorageKit.Conformance.Tests.Mutants.RateLimit;
using StorageKit.Conformance.Tests.Mutants.Session;
using StorageKit.Memory;
using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Clauses;

/// <summary>A check that fails on a correct driver is worth nothing, however many mutants it kills.</summary>
public sealed class CorrectDriverTests(ITestOutputHelper output)
{
    const int Seeds = 5;

    /// <summary>Every group of the catalogue with every seed.</summary>
    public static TheoryData<string, int> GroupsAndSeeds
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var group in ClauseCatalog.All.Select(clause => clause.Id[..4]).Distinct())
                for (var seed = 1; seed <= Seeds; seed++)
                    data.Add(group, seed);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(GroupsAndSeeds))]
    public async Task The_memory_driver_keeps_every_clause(string group, int seed)
    {
        var registry = new Registry().Add(MemoryDriver.Registration);
        await KeepsEveryClauseAsync(() => new(registry, MemoryDriver.Name, new DriverHarness()), group, seed);
    }

    [Theory]
    [InlineData("RLC-", "RLC-09")]
    [InlineData("POL-", "POL-06, POL-14")]
    [InlineData("SES-", "SES-06, SES-12, SES-13")]
    [InlineData("CRD-", "CRD-06, CRD-07, CRD-08, CRD-11, CRD-17")]
    [InlineData("AUD-", "AUD-14, AUD-18, AUD-24")]
    [InlineData("LIF-", "LIF-07, LIF-10")]
    [InlineData("OBJ-", "OBJ-18, OBJ-22")]
    [InlineData("GEN-", "GEN-14, GEN-21")]
    [InlineData("CFG-", "CFG-02")]
    public async Task The_sqlite_driver_keeps_every_clause(string group, string thanksToBackend)
    {
        await using var backend = new SqliteBackend();
        var passed = await KeepsEveryClauseAsync(() => backend.Driver, group, seed: 1);
        foreach (var id in thanksToBackend.Split(", ")) Assert.Contains(id, passed);
    }

    [Theory]
    [InlineData(typeof(LockedCounter), "RLC-")]
    [InlineData(typeof(TextPolicyStore), "POL-")]
    [InlineData(typeof(ListedAuditLog), "AUD-")]
    [InlineData(typeof(LockedLifecycle), "LIF-")]
    public async Task What_mutants_are_made_of_keeps_every_clause(Type store, string group)
    {
        var passed = await KeepsEveryClauseAsync(
            () => MutantDriver.Create(store, shared: false, new StoredPolicyTexts()), group, seed: 1);
        if (group == "POL-") Assert.Contains("POL-14", passed);
    }

    [Theory]
    [InlineData(typeof(StoredSessions), typeof(SessionRecords), "SES-", "SES-06, SES-12")]
    [InlineData(typeof(SealedSecrets), typeof(SecretVault), "CRD-", "CRD-06, CRD-07, CRD-08, CRD-11")]
    public async Task A_correct_store_over_bytes_that_can_be_scanned_and_damaged_keeps_every_clause(
        Type store, Type backend, string group, string thanksToBackend)
    {
        var passed = await KeepsEveryClauseAsync(
            () => MutantDriver.Create(store, shared: true, Activator.CreateInstance(backend)!), group, seed: 1);
        foreach (var id in thanksToBackend.Split(", ")) Assert.Contains(id, passed);
    }

    [Theory]
    [InlineData(typeof(CounterMutant), "RLC-", "RLC-09")]
    [InlineData(typeof(PolicyMutant), "POL-", "POL-06")]
    [InlineData(typeof(SessionMutant), "SES-", "SES-13")]
    [InlineData(typeof(ObjectMutant), "OBJ-", "OBJ-18")]
    [InlineData(typeof(AuditMutant), "AUD-", "AUD-24")]
    public async Task Instances_that_share_a_correct_backend_keep_every_clause(
        Type store, string group, string ofShared)
    {
        var passed = await KeepsEveryClauseAsync(() => MutantDriver.Create(store, shared: true), group, seed: 1);
        Assert.Contains(ofShared, passed);
    }

    [Fact]
    public async Task A_correct_cache_in_front_of_a_source_keeps_every_clause()
    {
        var passed = await KeepsEveryClauseAsync(
            () => MutantDriver.Create(
                typeof(CachedPolicyStore), shared: true, new PolicySource(), new CachedPolicies()), "POL-", seed: 1);
        foreach (var id in new[] { "POL-05", "POL-06", "POL-07", "POL-13" }) Assert.Contains(id, passed);
    }

    async Task<IReadOnlyList<string>> KeepsEveryClauseAsync(Func<DriverUnderTest> create, string group, int seed)
    {
        List<string> passed = [];
        foreach (var clause in ClauseCatalog.All.Where(c => c.Id.StartsWith(group, StringComparison.Ordinal)))
        {
            var result = await ClauseRunner.RunAsync(clause, create(), seed);
            output.WriteLine(
                $"{clause.Id} {clause.Info.Lane} {result.Outcome} " +
                $"{result.Elapsed.TotalMilliseconds:0} ms {result.Reason}");
            Assert.True(
                result.Outcome is ClauseOutcome.Passed or ClauseOutcome.NotApplicable or ClauseOutcome.Untested,
                result.Explain());
            if (result.Outcome == ClauseOutcome.Passed) passed.Add(clause.Id);
        }
        Assert.NotEmpty(passed);
        return passed;
    }
}
