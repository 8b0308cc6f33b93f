using StorageKit.Specimens.Tests.Running;
using Xunit.Abstractions;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>The specimens on a private Redis.</summary>
public sealed class RedisSpecimenTests(SpecimenRuns runs, ITestOutputHelper output) : SpecimenTests(runs, output)
{
    public static TheoryData<string, string> Faults => Rows(Broken, Backend.Redis);

    public static TheoryData<string, string> KeptClauses => Rows(Kept, Backend.Redis);

    [BackendTheory(Backend.Redis), MemberData(nameof(Faults))]
    public Task A_fault_of_the_reference_fails_its_clause_for_the_right_reason(string specimen, string clause) =>
        FailsAsync(specimen, clause);

    [BackendTheory(Backend.Redis), MemberData(nameof(KeptClauses))]
    public Task A_clause_that_the_reference_keeps_passes(string specimen, string clause) =>
        PassesAsync(specimen, clause);

    [BackendFact(Backend.Redis)]
    public Task The_page_shows_the_failures_as_they_are_printed() => PageIsCurrentAsync(SpecimenGroup.Redis);
}
