using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Running;
using Xunit.Abstractions;

namespace StorageKit.Specimens.Tests;

/// <summary>The faults of the reference's own drivers: would this kit have found them?</summary>
[Collection(nameof(SpecimenRuns))]
public sealed class FaultTests(SpecimenRuns runs, ITestOutputHelper output)
{
    public static TheoryData<string, string> InProcess => Rows(Backend.None);

    public static TheoryData<string, string> OnRedis => Rows(Backend.Redis);

    public static TheoryData<string, string> OnPostgres => Rows(Backend.Postgres);

    public static TheoryData<string, string> UnderStrace => Rows(Backend.Strace);

    [Theory, MemberData(nameof(InProcess))]
    public Task A_fault_fails_its_clause_for_the_right_reason(string specimen, string clause) =>
        FailsAsync(specimen, clause);

    [BackendTheory(Backend.Redis), MemberData(nameof(OnRedis))]
    public Task A_fault_on_redis_fails_its_clause_for_the_right_reason(string specimen, string clause) =>
        FailsAsync(specimen, clause);

    [BackendTheory(Backend.Postgres), MemberData(nameof(OnPostgres))]
    public Task A_fault_on_postgres_fails_its_clause_for_the_right_reason(string specimen, string clause) =>
        FailsAsync(specimen, clause);

    [BackendTheory(Backend.Strace), MemberData(nameof(UnderStrace))]
    public Task A_fault_on_disk_fails_its_clause_for_the_right_reason(string specimen, string clause) =>
        FailsAsync(specimen, clause);

    async Task FailsAsync(string specimenName, string clause)
    {
        var specimen = SpecimenCatalog.Get(specimenName);
        var says = specimen.Faults.Single(fault => fault.Clause == clause).Says;

        var result = await runs.ResultAsync(specimen, clause);

        output.WriteLine($"{specimenName} {clause} in {result.Elapsed.TotalSeconds:0.0} s: {result.Outcome} {result.Reason}");
        Assert.True(
            result.Outcome == ClauseOutcome.Failed, $"{specimenName} survived {clause}: {result.Outcome} {result.Reason}");
        Assert.Contains(says, result.Reason);
    }

    static TheoryData<string, string> Rows(Backend backend)
    {
        var rows = new TheoryData<string, string>();
        foreach (var specimen in SpecimenCatalog.All.Where(specimen => specimen.Backend == backend))
            foreach (var fault in specimen.Faults)
                rows.Add(specimen.Name, fault.Clause);
        return rows;
    }
}
