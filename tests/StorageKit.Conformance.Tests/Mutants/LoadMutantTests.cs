using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Mutants;

/// <summary>Mutants whose clauses weigh the heap or compare times, with nothing else at work in the process.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LoadMutantTests(ITestOutputHelper output)
{
    const string Name = "alone";

    public static TheoryData<string> Ids =>
        [.. Mutant.All.Where(mutant => mutant.NeedsQuiet).Select(mutant => mutant.Info.Id)];

    [Theory, MemberData(nameof(Ids))]
    public Task A_mutant_of_the_load_lane_is_killed_by_its_clause(string id) => MutantTests.TryAsync(id, output);
}
