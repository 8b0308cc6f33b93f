using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Running;
using Xunit.Abstractions;

namespace StorageKit.Specimens.Tests;

/// <summary>The control: a specimen is not broken everywhere. What the reference's driver does keep, passes.</summary>
[Collection(nameof(SpecimenRuns))]
public sealed class KeptClauseTests(SpecimenRuns runs, ITestOutputHelper output)
{
    public static TheoryData<string, string> InProcess => Rows(Backend.None, Backend.Strace);

    public static TheoryData<string, string> OnRedis => Rows(Backend.Redis);

    public static TheoryData<string, string> OnPostgres => Rows(Backend.Postgres);

    [Theory, MemberData(nameof(InProcess))]
    public Task A_clause_that_the_reference_keeps_passes(string specimen, string clause) =>
        PassesAsync(specimen, clause);

    [BackendTheory(Backend.Redis), MemberData(nameof(OnRedis))]
    public Task A_clause_that_the_reference_keeps_on_redis_passes(string specimen, string clause) =>
        PassesAsync(specimen, clause);

    [BackendTheory(Backend.Postgres), MemberData(nameof(OnPostgres))]
    public Task A_clause_that_the_reference_keeps_on_postgres_passes(string specimen, string clause) =>
        PassesAsync(specimen, clause);

    async Task PassesAsync(string specimen, string clause)
    {
        var result = await runs.ResultAsync(SpecimenCatalog.Get(specimen), clause);

        output.WriteLine($"{specimen} {clause} in {result.Elapsed.TotalSeconds:0.0} s");
        Assert.True(result.Outcome == ClauseOutcome.Passed, $"{result.Outcome}: {result.Explain()}");
    }

    static TheoryData<string, string> Rows(params Backend[] backends)
    {
        var rows = new TheoryData<string, string>();
        foreach (var specimen in SpecimenCatalog.All.Where(specimen => backends.Contains(specimen.Backend)))
            foreach (var clause in specimen.Keeps)
                rows.Add(specimen.Name, clause);
        return rows;
    }
}
