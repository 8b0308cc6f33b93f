using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Mutants;

/// <summary>The kit's own test: would a check notice if a driver broke its clause?</summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    // A race that a stochastic clause looks for need not happen with the first seed.
    const int Seeds = 10;

    public static TheoryData<string> Ids =>
        [.. Mutant.All.Where(mutant => !mutant.NeedsQuiet).Select(mutant => mutant.Info.Id)];

    [Theory, MemberData(nameof(Ids))]
    public Task A_mutant_is_killed_by_its_clause_with_the_expected_reason(string id) => TryAsync(id, output);

    internal static async Task TryAsync(string id, ITestOutputHelper output)
    {
        var mutant = Mutant.Get(id);
        var clause = ClauseCatalog.Get(mutant.Info.Kills);
        var seeds = clause.Info.Stochastic ? Seeds : 1;
        for (var seed = 1; ; seed++)
        {
            var driver = MutantDriver.Create(mutant);
            await using var harness = driver.Harness;
            var result = await ClauseRunner.RunAsync(clause, driver, seed);
            output.WriteLine($"{id} {mutant.Type.Name}, seed {seed}: {result.Outcome} {result.Explain()}");
            if (result.Outcome == ClauseOutcome.Passed && seed < seeds) continue;
            Assert.True(
                result.Outcome == ClauseOutcome.Failed,
                $"{id} {mutant.Type.Name} survived {clause} with {seed} seeds: {result.Outcome} {result.Reason}");
            Assert.Contains(mutant.Info.Says, result.Reason);
            return;
        }
    }

    [Fact]
    public void Every_mutant_has_an_id_of_its_own() =>
        Assert.Equal(Mutant.All.Count, Mutant.All.Select(mutant => mutant.Info.Id).Distinct().Count());

    [Theory]
    [InlineData("RLC-")]
    [InlineData("POL-")]
    [InlineData("SES-")]
    [InlineData("CRD-")]
    [InlineData("OBJ-")]
    [InlineData("AUD-")]
    [InlineData("LIF-")]
    [InlineData("GEN-")]
    [InlineData("CFG-02")] // CFG-01 and CFG-06 are the registry's own doing: it takes no driver that breaks them
    [InlineData("CFG-03")]
    [InlineData("CFG-04")]
    [InlineData("CFG-05")]
    public void Every_clause_with_a_check_has_a_mutant(string group)
    {
        var killed = Mutant.All.Select(mutant => mutant.Info.Kills).ToHashSet();
        var without = ClauseCatalog.All
            .Where(clause => clause.HasCheck && clause.Id.StartsWith(group, StringComparison.Ordinal))
            .Where(clause => !killed.Contains(clause.Id));
        Assert.Empty(without.Select(clause => clause.Id));
    }
}
