using StorageKit.Specimens.Tests.Running;
using Xunit.Abstractions;

namespace StorageKit.Specimens.Tests.Postgres;

/// <summary>The specimens on a private Postgres.</summary>
public sealed class PostgresSpecimenTests(SpecimenRuns runs, ITestOutputHelper output) : SpecimenTests(runs, output)
{
    public static TheoryData<string, string> Faults => Rows(Broken, Backend.Postgres);

    public static TheoryData<string, string> KeptClauses => Rows(Kept, Backend.Postgres);

    [BackendTheory(Backend.Postgres), MemberData(nameof(Faults))]
    public Task A_fault_of_the_reference_fails_its_clause_for_the_right_reason(string specimen, string clause) =>
        FailsAsync(specimen, clause);

    [BackendTheory(Backend.Postgres), MemberData(nameof(KeptClauses))]
    public Task A_clause_that_the_reference_keeps_passes(string specimen, string clause) =>
        PassesAsync(specimen, clause);

    [BackendFact(Backend.Postgres)]
    public Task The_page_shows_the_failures_as_they_are_printed() => PageIsCurrentAsync(SpecimenGroup.Postgres);
}
