using StorageKit.Specimens.Tests.Running;
using Xunit.Abstractions;

namespace StorageKit.Specimens.Tests;

/// <summary>The specimens without a server: memory, outage buffer, bus, entry hash.</summary>
public sealed class ProcessSpecimenTests(SpecimenRuns runs, ITestOutputHelper output) : SpecimenTests(runs, output)
{
    public static TheoryData<string, string> Faults => Rows(Broken, Backend.None);

    public static TheoryData<string, string> FaultsOnDisk => Rows(Broken, Backend.Strace);

    public static TheoryData<string, string> KeptClauses => Rows(Kept, Backend.None, Backend.Strace);

    [Theory, MemberData(nameof(Faults))]
    public Task A_fault_of_the_reference_fails_its_clause_for_the_right_reason(string specimen, string clause) =>
        FailsAsync(specimen, clause);

    [BackendTheory(Backend.Strace), MemberData(nameof(FaultsOnDisk))]
    public Task A_fault_on_disk_fails_its_clause_for_the_right_reason(string specimen, string clause) =>
        FailsAsync(specimen, clause);

    [Theory, MemberData(nameof(KeptClauses))]
    public Task A_clause_that_the_reference_keeps_passes(string specimen, string clause) =>
        PassesAsync(specimen, clause);

    [BackendFact(Backend.Strace)]
    public Task The_page_shows_the_failures_as_they_are_printed() => PageIsCurrentAsync(SpecimenGroup.Process);
}
