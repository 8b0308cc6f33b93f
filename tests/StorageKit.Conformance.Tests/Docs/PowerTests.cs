using StorageKit.Conformance.Tests.Mutants;

namespace StorageKit.Conformance.Tests.Docs;

/// <summary>What docs/power says was measured, and is good enough.</summary>
public sealed class PowerTests
{
    const string HowTo = "dotnet run --project tests/StorageKit.Conformance.Power -- ";

    [Fact]
    public void Every_mutant_of_a_sampled_clause_was_measured()
    {
        var measured = PowerTable.Mutants.Select(row => (row.Mutant, row.Clause)).ToHashSet();

        var missing = PowerTable.Measured.Select(mutant => (mutant.Info.Id, mutant.Info.Kills))
            .Where(mutant => !measured.Contains(mutant)).Select(mutant => mutant.Id).ToArray();

        Assert.True(
            missing.Length == 0,
            $"{string.Join(", ", missing)}: no row in docs/power/mutants.tsv. {HowTo}detection missing");
    }

    [Fact]
    public void No_row_is_of_a_mutant_that_is_gone()
    {
        var known = Mutant.All.Select(mutant => mutant.Info.Id).ToHashSet();

        Assert.NotEmpty(PowerTable.Mutants);
        Assert.All(PowerTable.Mutants, row => Assert.Contains(row.Mutant, known));
    }

    [Fact]
    public void A_sampled_clause_notices_its_mutants_nearly_always()
    {
        Assert.All(PowerTable.Mutants, row => Assert.Equal(20, row.Seeds));
        Assert.DoesNotContain(PowerTable.Mutants, row => row.Detected < 18);
    }

    [Fact]
    public void The_kit_says_nothing_against_drivers_that_keep_their_promises()
    {
        Assert.Equal(["memory", "plainfiles", "sqlite"], PowerTable.Drivers.Select(row => row.Driver));
        Assert.All(PowerTable.Drivers, row => Assert.Equal((0, 0), (row.Alarms, row.Undecided)));
        Assert.All(PowerTable.Drivers, row => Assert.InRange(row.Seeds, 90, 100));
    }

    [Theory]
    [InlineData("local", 500)]
    [InlineData("postgres", 50)]
    [InlineData("sqlite", 500)]
    public void A_killed_driver_loses_nothing_that_it_acknowledged(string driver, int kills)
    {
        var row = PowerTable.Kills.SingleOrDefault(row => row.Driver == driver);

        Assert.True(row?.Kills >= kills, $"{driver}: too few kills in docs/power/kills.tsv. {HowTo}kills {driver} {kills}");
        Assert.True(row.Acknowledged > row.Kills);
        Assert.Equal((0, 0, 0), (row.Lost, row.Reordered, row.HalfWritten));
    }
}
